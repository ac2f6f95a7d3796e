package io.flexmigrate.stage.repair;

import io.flexmigrate.model.SingleLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Statements on their way to a file, each on a line of its own. */
final class StatementWriter implements Appendable {

    private final Writer out;
    private long length;
    private long longest;

    StatementWriter(Writer out) {
        this.out = out;
    }

    /** Bytes of the longest statement so far. */
    long longest() {
        return longest;
    }

    void text(String text) {
        put(text);
    }

    /** A line that a server skips, whatever is in the text. */
    void comment(String text) {
        put("-- " + SingleLine.of(text) + "\n");
    }

    void statement(String text) {
        append(text);
        end();
    }

    /** Ends the statement that was appended. */
    void end() {
        put(";\n");
        longest = Math.max(longest, length);
        length = 0;
    }

    @Override
    public StatementWriter append(CharSequence text) {
        String written = text.toString();
        length += written.getBytes(StandardCharsets.UTF_8).length;
        put(written);
        return this;
    }

    @Override
    public StatementWriter append(CharSequence text, int start, int end) {
        return append(text.subSequence(start, end));
    }

    @Override
    public StatementWriter append(char letter) {
        return append(Character.toString(letter));
    }

    private void put(String text) {
        try {
            out.write(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
