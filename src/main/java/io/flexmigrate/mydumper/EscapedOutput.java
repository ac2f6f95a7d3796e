package io.flexmigrate.mydumper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Bytes of statements on their way to a file; those of a text are escaped as {@code mysql_real_escape_string} does. */
final class EscapedOutput implements AutoCloseable {

    private static final int SIZE = 1 << 17;
    private static final int PIECE = 1 << 14;
    private static final byte[] ESCAPES = escapes();

    private final OutputStream file;
    private final byte[] buffer = new byte[SIZE];
    private final byte[] piece = new byte[PIECE];
    private int used;
    private long flushed;

    EscapedOutput(OutputStream file) {
        this.file = file;
    }

    /** For each byte the letter that stands for it behind a backslash; 0 when it stands for itself. */
    private static byte[] escapes() {
        byte[] escapes = new byte[256];
        escapes[0] = '0';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\\'] = '\\';
        escapes['\''] = '\'';
        escapes['"'] = '"';
        escapes[0x1a] = 'Z';
        return escapes;
    }

    /** How many bytes were written so far. */
    long count() {
        return flushed + used;
    }

    void put(char ascii) {
        makeRoom(1);
        buffer[used++] = (byte) ascii;
    }

    void put(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += PIECE) {
            int length = Math.min(bytes.length - from, PIECE);
            makeRoom(length);
            System.arraycopy(bytes, from, buffer, used, length);
            used += length;
        }
    }

    void escaped(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += PIECE) {
            escaped(bytes, from, Math.min(bytes.length, from + PIECE));
        }
    }

    void escaped(InputStream bytes) {
        try {
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                escaped(piece, 0, read);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** At most a piece at once, so that there is room for it if each byte of it becomes two. */
    private void escaped(byte[] bytes, int from, int end) {
        makeRoom(2 * (end - from));
        byte[] target = buffer;
        int next = used;
        for (int index = from; index < end; index++) {
            byte single = bytes[index];
            byte escape = ESCAPES[single & 0xff];
            if (escape != 0) {
                target[next++] = '\\';
                single = escape;
            }
            target[next++] = single;
        }
        used = next;
    }

    private void makeRoom(int bytes) {
        if (used + bytes > SIZE) {
            flush();
        }
    }

    private void flush() {
        try {
            file.write(buffer, 0, used);
            flushed += used;
            used = 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try (file) {
            flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
