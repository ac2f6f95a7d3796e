package io.flexmigrate.journal;

import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.Seal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Seals files of lines that are only ever appended, and looks at them again. */
public record LineSeal(RunDirectory directory) {

    private static final int PIECE = 1 << 16;

    /**
     * Over all whole lines there are now.
     *
     * @throws JournalException when the file cannot be read
     */
    public Seal of(Path file) {
        return upTo(file, Long.MAX_VALUE);
    }

    /**
     * Over as many first lines as an earlier seal; empty when the file is gone.
     *
     * @throws JournalException when the file cannot be read
     */
    public Optional<Seal> again(Seal earlier) {
        Path file = directory.root().resolve(earlier.file());
        return Files.exists(file) ? Optional.of(upTo(file, earlier.lines())) : Optional.empty();
    }

    private Seal upTo(Path file, long most) {
        MessageDigest whole = sha256();
        long lines = 0;
        if (Files.exists(file)) {
            try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), PIECE)) {
                byte[] line = WholeLine.next(bytes);
                while (line.length > 0 && lines < most) {
                    whole.update(line);
                    lines++;
                    line = WholeLine.next(bytes);
                }
            } catch (IOException failure) {
                throw new JournalException("the file " + file + " cannot be read: " + failure, failure);
            }
        }
        String name = directory.root().relativize(file).toString();
        return new Seal(name, lines, HexFormat.of().formatHex(whole.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
