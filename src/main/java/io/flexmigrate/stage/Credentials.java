package io.flexmigrate.stage;

import java.nio.file.Path;

/** A file by which a tool logs in, for as long as it is open. */
public interface Credentials extends AutoCloseable {

    /** Absolute. */
    Path file();

    @Override
    void close();
}
