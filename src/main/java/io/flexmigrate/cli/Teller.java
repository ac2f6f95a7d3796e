package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;

/** Tells what is written into the journal of a run, as it comes. */
interface Teller extends AutoCloseable {

    void tell(Event event);

    /** Gives the terminal back where it was taken; what is told afterwards is told in lines. */
    @Override
    void close();
}
