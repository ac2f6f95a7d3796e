package io.flexmigrate.report;

/** How much is done, as a bar. */
final class ProgressBar {

    private ProgressBar() {}

    /** Full only at 100. */
    static String of(int percent, int columns) {
        int full = percent * columns / 100;
        return "█".repeat(full) + "░".repeat(columns - full);
    }
}
