package io.flexmigrate.cli;

import java.io.PrintWriter;

/** A screen that is a file, a pipe or a terminal that knows no more than lines. */
record LinesOnly(PrintWriter out) implements Screen {

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void rewrite(String text) {
        // Nothing can be rewritten here.
    }

    @Override
    public void close() {
        out.flush();
    }
}
