package io.flexmigrate.cli;

import java.io.PrintWriter;

/** Where people see a run go on: lines that stay, and on a terminal one below them that is rewritten in place. */
interface Screen extends AutoCloseable {

    /** A screen for this terminal; for anything else than a capable one, lines only. */
    static Screen of(Terminal terminal, PrintWriter out) {
        return terminal.isRewritable() ? new LiveScreen(out) : new LinesOnly(out);
    }

    /** Whether {@link #rewrite} shows anything. */
    boolean isLive();

    /** Adds a line that stays. */
    void line(String text);

    /** Puts this in the place of what was rewritten last. */
    void rewrite(String text);

    /** Takes away what was rewritten last; to be done before anyone else writes to the terminal. */
    @Override
    void close();
}
