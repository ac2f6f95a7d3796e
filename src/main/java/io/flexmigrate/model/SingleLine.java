package io.flexmigrate.model;

import java.util.stream.Collectors;

/** Makes a text fit for one line of a file or a terminal, whatever is in it. */
public final class SingleLine {

    private SingleLine() {}

    /** The text with a question mark for every character that ends a line, steers a terminal or hides among others. */
    public static String of(String text) {
        return text.codePoints()
                .mapToObj(point -> isHarmless(point) ? Character.toString(point) : "?")
                .collect(Collectors.joining());
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
