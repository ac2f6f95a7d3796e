package io.flexmigrate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A page of text that grows line by line; sentences are broken between words, what is to be pasted never is. */
final class TextPage {

    static final int WIDTH = 100;

    private static final int HANGING = 9;

    private final StringBuilder text = new StringBuilder();

    /** An empty line, a title and a line below it. */
    void heading(String title) {
        text.append('\n').append(title).append('\n');
        text.append("-".repeat(title.length())).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    /** A line as it is. */
    void verbatim(int indent, String line) {
        text.append((" ".repeat(indent) + line).stripTrailing()).append('\n');
    }

    /** A sentence, broken where it is too long; what follows a break stands under its beginning. */
    void sentence(int indent, String sentence) {
        sentence(" ".repeat(indent), sentence);
    }

    /** A sentence behind a label; what follows a break stands under the sentence's beginning. */
    void sentence(String label, String sentence) {
        int indent = Columns.of(label);
        String before = label;
        for (String line : broken(sentence, WIDTH - indent)) {
            verbatim(0, before + line);
            before = " ".repeat(indent);
        }
    }

    /** Sentences, and statements and commands on lines of their own. */
    void remedy(int indent, String remedy) {
        remedy(" ".repeat(indent), remedy);
    }

    /** A remedy behind a label. */
    void remedy(String label, String remedy) {
        String before = label;
        for (RemedyLine line : RemedyLine.of(remedy)) {
            if (line.isCode()) {
                verbatim(0, before + line.text());
            } else {
                sentence(before, line.text());
            }
            before = " ".repeat(Columns.of(label));
        }
    }

    /** A text that is broken into lines already, in which only what is too long is broken again. */
    void lines(String lines) {
        for (String line : lines.split("\n", -1)) {
            String content = line.stripLeading();
            if (Columns.of(line) <= WIDTH || RemedyLine.isCode(content)) {
                verbatim(0, line);
            } else {
                hanging(line, content);
            }
        }
    }

    /** What begins a line at its edge is a head, and nothing that is broken off it may look like one. */
    private void hanging(String line, String content) {
        int indent = line.length() - content.length();
        if (indent > 0) {
            sentence(indent, content);
            return;
        }
        List<String> lines = broken(content, WIDTH - HANGING);
        verbatim(0, lines.get(0));
        lines.stream().skip(1).forEach(rest -> verbatim(HANGING, rest));
    }

    private static List<String> broken(String sentence, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && Columns.of(line.toString()) + 1 + Columns.of(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** All lines so far. */
    String text() {
        return text.toString().lines().collect(Collectors.joining("\n", "", "\n"));
    }
}
