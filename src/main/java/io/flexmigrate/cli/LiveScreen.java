package io.flexmigrate.cli;

import java.io.PrintWriter;

/**
 * A terminal whose last line is rewritten.
 *
 * <p>Each piece is one print, and leaves the terminal as it found it: the cursor stands at the beginning of the line, and
 * wrapping, off while the line is written so that the terminal itself cuts what is wider, is on again. So nothing is to be
 * restored when we die, and whoever writes next begins a line. The sequences are those of ECMA-48 (EL, CSI K) and of the VT100
 * (DECAWM, CSI ? 7 l and h), which terminals have had in common since.
 */
final class LiveScreen implements Screen {

    /** To the beginning of the line, and nothing on it any more. */
    static final String ERASE = "\r\u001b[K";

    private static final String WITHOUT_WRAPPING = "\u001b[?7l";
    private static final String WITH_WRAPPING = "\u001b[?7h";

    private final PrintWriter out;
    private String shown = "";
    private boolean closed;

    LiveScreen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public synchronized void line(String text) {
        print((shown.isEmpty() ? "" : ERASE) + text + System.lineSeparator() + drawn());
    }

    @Override
    public synchronized void rewrite(String text) {
        if (!closed && !text.equals(shown)) {
            shown = text;
            print(ERASE + drawn());
        }
    }

    /** Without wrapping a terminal shows what comes last in its last column, so that is to be a blank. */
    private String drawn() {
        return shown.isEmpty() ? "" : WITHOUT_WRAPPING + shown + " " + WITH_WRAPPING + "\r";
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (!shown.isEmpty()) {
            shown = "";
            print(ERASE);
        }
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
