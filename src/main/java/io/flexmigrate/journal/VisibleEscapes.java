package io.flexmigrate.journal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** Escapes what would steer a terminal or turn the reading direction, beside what JSON must escape. */
final class VisibleEscapes extends CharacterEscapes {

    private static final int DELETE = 0x7f;

    private final int[] ascii;

    VisibleEscapes() {
        this.ascii = CharacterEscapes.standardAsciiEscapesForJSON();
        this.ascii[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                new SerializedString(String.format("\\u%04x", character));
            default -> null;
        };
    }
}
