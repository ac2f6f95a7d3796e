package io.flexmigrate.report;

/** How many columns of a terminal a text takes. */
final class Columns {

    private static final int FIRST_PICTURE = 0x1f300;
    private static final int LAST_PICTURE = 0x1faff;

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HANGUL
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || (character >= FIRST_PICTURE && character <= LAST_PICTURE);
    }

    /** The text with blanks behind it up to this many columns; longer ones stay as they are. */
    static String left(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /** The text with blanks before it up to this many columns; longer ones stay as they are. */
    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }

    /** The beginning of a text that is longer than this many columns, with an ellipsis. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder beginning = new StringBuilder();
        int taken = 0;
        for (int character : text.codePoints().toArray()) {
            taken += of(character);
            if (taken > columns - 3) {
                break;
            }
            beginning.appendCodePoint(character);
        }
        return beginning + "...";
    }
}
