package io.flexmigrate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a terminal shows of what was written to it, as far as we write to one. */
final class FakeTerminal {

    private final int columns;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int column;
    private boolean wrapping = true;

    private FakeTerminal(int columns) {
        this.columns = columns;
    }

    static FakeTerminal showing(String written, int columns) {
        FakeTerminal terminal = new FakeTerminal(columns);
        String rest = written;
        while (!rest.isEmpty()) {
            rest = rest.substring(terminal.take(rest));
        }
        return terminal;
    }

    /** Takes one character or sequence and returns its length. */
    private int take(String text) {
        if (text.startsWith("\u001b[K")) {
            last().setLength(Math.min(column, last().length()));
            return 3;
        }
        if (text.startsWith("\u001b[?7")) {
            wrapping = text.charAt(4) == 'h';
            return 5;
        }
        put(text.charAt(0));
        return 1;
    }

    private void put(char character) {
        switch (character) {
            case '\r' -> column = 0;
            case '\n' -> newLine();
            default -> write(character);
        }
    }

    private void write(char character) {
        if (column == columns) {
            if (wrapping) {
                newLine();
            } else {
                column--;
            }
        }
        last().setLength(Math.max(last().length(), column + 1));
        last().setCharAt(column, character);
        column++;
    }

    private void newLine() {
        lines.add(new StringBuilder());
        column = 0;
    }

    private StringBuilder last() {
        return lines.get(lines.size() - 1);
    }

    String text() {
        return lines.stream()
                .map(StringBuilder::toString)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    int column() {
        return column;
    }

    boolean wraps() {
        return wrapping;
    }
}
