package io.flexmigrate.journal;

import io.flexmigrate.engine.Event;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Is told of every line of the journal before and after it is written, in the thread that writes it: for whoever puts one on
 * the class path as a service, such as the tests that kill the program there. The program itself brings none.
 */
public interface AppendWatch {

    /** The line is about to be written. */
    void before(Event event);

    /** The line is written. */
    void after(Event event);

    /** Those on the class path. */
    static List<AppendWatch> all() {
        return ServiceLoader.load(AppendWatch.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
