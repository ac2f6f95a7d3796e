package io.flexmigrate.model;

/** A password or another text that must not be shown; {@link #toString} never shows it. */
public record Secret(String value) {

    /** What stands wherever a secret would be printed. */
    public static final String MASK = "***";

    @Override
    public String toString() {
        return MASK;
    }
}
