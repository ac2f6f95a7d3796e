package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of a script written for the {@code mysql} client: it knows DELIMITER, quoted texts and names, and
 * comments; it knows no other client command.
 */
public record SqlScript(List<String> statements) {

    private static final Pattern DELIMITER =
            Pattern.compile("\\G\\s*^DELIMITER[ \\t]+(\\S+)[ \\t]*$\\R?", Pattern.MULTILINE);

    /** What is to be taken whole: a comment, or something quoted, where a doubled or escaped quote does not end it. */
    private static final Pattern WHOLE =
            Pattern.compile("\\G(?:--(?=\\s)[^\\n]*|#[^\\n]*|/\\*(?s:.*?)\\*/|'(?:[^'\\\\]|\\\\(?s:.)|'')*+'"
                    + "|\"(?:[^\"\\\\]|\\\\(?s:.)|\"\")*+\"|`(?:[^`]|``)*+`)");

    private static final Pattern COMMENT = Pattern.compile("(?:--(?=\\s)|#|/\\*(?!!))(?s:.*)");

    public SqlScript {
        statements = List.copyOf(statements);
    }

    public static SqlScript read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Splits a script; what has no delimiter behind it at the end is a statement too. */
    public static SqlScript parse(String script) {
        return new Splitter(script).split();
    }

    private static final class Splitter {

        private final String script;
        private final Matcher delimiterCommand;
        private final Matcher whole;
        private final List<String> statements = new ArrayList<>();
        private final StringBuilder statement = new StringBuilder();
        private String delimiter = ";";
        private int at;

        Splitter(String script) {
            this.script = script;
            this.delimiterCommand = DELIMITER.matcher(script);
            this.whole = WHOLE.matcher(script);
        }

        SqlScript split() {
            while (at < script.length()) {
                step();
            }
            finish();
            return new SqlScript(statements);
        }

        private void step() {
            if (statement.toString().isBlank() && delimiterCommand.find(at)) {
                delimiter = delimiterCommand.group(1);
                at = delimiterCommand.end();
                return;
            }
            if (script.startsWith(delimiter, at)) {
                at += delimiter.length();
                finish();
                return;
            }
            if (whole.find(at)) {
                take(whole.group());
                return;
            }
            statement.append(script.charAt(at++));
        }

        private void take(String text) {
            boolean leadingComment =
                    statement.toString().isBlank() && COMMENT.matcher(text).matches();
            statement.append(leadingComment ? "" : text);
            at += text.length();
        }

        private void finish() {
            if (!statement.toString().isBlank()) {
                statements.add(statement.toString().strip());
            }
            statement.setLength(0);
        }
    }
}
