package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.report.Narration;
import java.io.PrintWriter;

/** Tells in lines with the time: to a file, a pipe or a terminal that knows no more than lines. */
record LineTeller(PrintWriter out, Narration narration) implements Teller {

    @Override
    public void tell(Event event) {
        narration.line(event).ifPresent(line -> {
            out.println(line);
            out.flush();
        });
    }

    @Override
    public void close() {
        out.flush();
    }
}
