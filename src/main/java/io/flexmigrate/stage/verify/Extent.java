package io.flexmigrate.stage.verify;

/**
 * How much of each table is compared.
 *
 * @param share in a sample, one of so many chunks is compared; at least 1
 * @param seed of a sample: the same one chooses the same chunks of the same rows
 */
public record Extent(Mode mode, int share, long seed) {

    /** Every chunk, and all that is in it. */
    public static final Extent FULL = new Extent(Mode.FULL, 1, 0);

    /** What is compared. */
    public enum Mode {
        /** All rows. */
        FULL,
        /** All that is in some rows. */
        SAMPLE,
        /** How many rows there are. */
        COUNTS
    }

    boolean isSample() {
        return mode == Mode.SAMPLE;
    }

    boolean countsOnly() {
        return mode == Mode.COUNTS;
    }
}
