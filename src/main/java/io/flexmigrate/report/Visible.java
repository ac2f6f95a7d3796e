package io.flexmigrate.report;

import java.util.stream.Collectors;

/** Text from servers made fit for a terminal: what would move the cursor or change what is read shows as an escape. */
public final class Visible {

    private Visible() {}

    /** The text on one line, with every control or format character as its escape, such as {@code \u001b}. */
    public static String line(String text) {
        boolean plain = text.codePoints().noneMatch(Visible::isUnseen);
        return plain ? text : text.codePoints().mapToObj(Visible::shown).collect(Collectors.joining());
    }

    private static String shown(int codePoint) {
        return isUnseen(codePoint) ? String.format("\\u%04x", codePoint) : Character.toString(codePoint);
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
