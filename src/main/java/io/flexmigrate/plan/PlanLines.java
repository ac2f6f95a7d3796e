package io.flexmigrate.plan;

import java.util.ArrayList;
import java.util.List;

/** The lines of a plan as they are written: keys, values, and comments that stand in one column. */
final class PlanLines {

    private static final int COMMENT_COLUMN = 37;
    private static final int LONGEST_LIST = 100;

    private final List<String> lines = new ArrayList<>();
    private int depth;

    /** A key with more keys below it, which {@code content} writes. */
    void section(String key, String comment, Runnable content) {
        add(key + ":", comment);
        within(content);
    }

    /** Writes with a deeper indentation. */
    void within(Runnable content) {
        depth++;
        content.run();
        depth--;
    }

    /** A key and its value, which is YAML already. */
    void field(String key, String value, String comment) {
        add(key + ": " + value, comment);
    }

    /** A list of texts: on the line of its key while it is short. */
    void list(String key, List<String> items, String comment) {
        String line = YamlText.list(items);
        if (line.length() <= LONGEST_LIST) {
            field(key, line, comment);
            return;
        }
        section(key, comment, () -> items.forEach(item -> add("- " + YamlText.scalar(item), "")));
    }

    /** A key that is not used here, as an example in a comment. */
    void unused(String key, String value, String comment) {
        add("# " + key + ": " + value, comment);
    }

    /** Sentences in comments of their own lines. */
    void say(List<String> sentences) {
        int indent = 2 * depth + 2;
        sentences.forEach(sentence ->
                YamlText.wrapped(sentence, indent).forEach(line -> add(("# " + line).stripTrailing(), "")));
    }

    void blank() {
        lines.add("");
    }

    /** These lines as a comment that becomes what it says when the first sign and the blank after it are taken away. */
    void commentedOut(PlanLines other) {
        other.lines.forEach(line -> add("# " + line, ""));
    }

    /** Makes an item of a list of what stands from here on: its first key is on the line of the dash. */
    void item(Runnable content) {
        int first = lines.size();
        within(content);
        String indentation = "  ".repeat(depth);
        lines.set(first, indentation + "- " + lines.get(first).substring(indentation.length() + 2));
    }

    private void add(String line, String comment) {
        String indented = "  ".repeat(depth) + line;
        String gap = " ".repeat(Math.max(1, COMMENT_COLUMN - indented.length()));
        lines.add(comment.isEmpty() ? indented : indented + gap + "# " + comment);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
