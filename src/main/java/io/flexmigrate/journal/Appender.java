package io.flexmigrate.journal;

import java.io.Closeable;
import java.io.IOException;

/** The end of a file, where bytes are added for good. */
interface Appender extends Closeable {

    /** Adds bytes; they outlive a crash of the machine when this returns. */
    void append(byte[] bytes) throws IOException;

    /** Adds bytes; they outlive the end of this process, and a crash of the machine when more were appended. */
    void add(byte[] bytes) throws IOException;
}
