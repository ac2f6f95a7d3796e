package io.flexmigrate.stage.verify;

import java.util.List;

/** A comparison of all tables while nothing moves, made ready before the fence. */
public interface StillComparison extends AutoCloseable {

    /** What differs, a line for each table; empty when all are equal. */
    List<String> differences() throws InterruptedException;

    /** Number of tables it compares. */
    int size();

    @Override
    void close();
}
