package io.flexmigrate.report;

/**
 * Texts from elsewhere with nothing hidden in them: what would steer a terminal, or turn the reading direction, is written as
 * Java would write it, such as {@code \u001b}.
 */
public final class Visible {

    /** Joins emoji and letters; it is seen by its effect. */
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private Visible() {}

    /** A text of one line: line feeds are made visible too. */
    public static String line(String text) {
        return visible(text, false);
    }

    /** A text of several lines. */
    public static String lines(String text) {
        return visible(text, true);
    }

    private static String visible(String text, boolean lineFeeds) {
        if (text.codePoints().noneMatch(character -> isHidden(character) && !(lineFeeds && character == '\n'))) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isHidden(character) && !(lineFeeds && character == '\n')) {
                shown.append(escaped(character));
                return;
            }
            shown.appendCodePoint(character);
        });
        return shown.toString();
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> character != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    private static String escaped(int character) {
        if (character == '\n') {
            return "\\n";
        }
        StringBuilder escaped = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            escaped.append(String.format("\\u%04x", (int) unit));
        }
        return escaped.toString();
    }
}
