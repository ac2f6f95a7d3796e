package io.flexmigrate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of this project, as tests read it. */
public record Document(Path file, String text) {

    private static final Pattern LINK = Pattern.compile("]\\(([^):]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern IN_THE_PROJECT =
            Pattern.compile("(?<![\\w/.-])((?:scripts|plans|src)/[\\w./-]*\\w|Dockerfile|LICENSE|pom\\.xml)");

    /** Reads a file by its path from the project's directory. */
    public static Document read(String file) {
        try {
            return new Document(Path.of(file), Files.readString(Path.of(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Document readme() {
        return read("README.md");
    }

    /** The lines of the first code block in this language. */
    public List<String> block(String language) {
        return first("(?s)\n```" + language + "\n(.*?)\n```\n").lines().toList();
    }

    /** The cells of the table whose first heading is this, row by row, without its head. */
    public List<List<String>> table(String heading) {
        return first("(?m)^\\| " + heading + " \\|.*\n\\|[-|]+\\|\n((?:\\|.*\n)+)")
                .lines()
                .map(row -> Arrays.stream(row.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .toList();
    }

    /** Everything that stands in backticks within a line. */
    public List<String> code() {
        return all(CODE, text);
    }

    /** Every file of the project that is linked to or named in backticks or code blocks. */
    public List<Path> files() {
        Stream<Path> linked = all(LINK, text).stream().map(link -> file.resolveSibling(link.replaceFirst("#.*", "")));
        Stream<Path> named = all(IN_THE_PROJECT, text.replaceAll("]\\([^)]*\\)", "]")).stream()
                .map(Path::of);
        return Stream.concat(linked, named).distinct().toList();
    }

    /** The first group of every match. */
    public static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private String first(String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing in " + file + " looks like " + pattern));
    }
}
