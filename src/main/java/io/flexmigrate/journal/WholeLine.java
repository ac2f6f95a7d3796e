package io.flexmigrate.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a file of lines one by one, and passes over a last one that is torn. */
final class WholeLine {

    private WholeLine() {}

    /** The next line with its end; nothing when there is none, or a torn one. */
    static byte[] next(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = bytes.read(); read >= 0; read = bytes.read()) {
            line.write(read);
            if (read == '\n') {
                return line.toByteArray();
            }
        }
        return new byte[0];
    }
}
