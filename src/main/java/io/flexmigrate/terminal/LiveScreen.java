package io.flexmigrate.terminal;

import java.util.List;
import java.util.Optional;

/** A terminal with lines that stay, and below them a block that is redrawn in place; for any thread. */
public interface LiveScreen extends AutoCloseable {

    /** Makes the lines of the block for a terminal of this size; colours may be in them, and no other control characters. */
    @FunctionalInterface
    interface Drawing {
        List<String> lines(int columns, int rows);
    }

    /** Takes our terminal; empty when it cannot be steered. */
    static Optional<LiveScreen> open(Drawing drawing) {
        return JLineScreen.open(drawing);
    }

    /** Adds a line that stays, above the block. */
    void line(String text);

    /** Draws the block as it is now: of what is on the screen only what differs is written. */
    void redraw();

    /** Takes the block away and gives the terminal back; to be done before anyone else writes to it. */
    @Override
    void close();
}
