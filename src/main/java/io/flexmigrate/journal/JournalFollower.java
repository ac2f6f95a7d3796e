package io.flexmigrate.journal;

import io.flexmigrate.engine.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Reads a journal that another process may be writing, again and again, and of it only what is new; for one thread. */
public final class JournalFollower {

    private final RunDirectory directory;
    private final JournalReader reader;
    private JournalReader.@Nullable Reading last;
    private @Nullable Object file;

    public JournalFollower(RunDirectory directory) {
        this.directory = directory;
        this.reader = new JournalReader(directory);
    }

    /**
     * All of it as it is now.
     *
     * @throws JournalException when there is no run or the journal is damaged
     */
    public JournalContent read() {
        BasicFileAttributes now = attributes();
        JournalReader.Reading before = last;
        last = null; // because what fails is to be read anew
        boolean goesOn = before != null && now.size() >= before.bytes() && isSame(now.fileKey());
        JournalReader.Reading reading = before != null && goesOn ? reader.readOn(before) : reader.read();
        last = reading;
        file = now.fileKey();
        return reading.content();
    }

    /** The journal of an assessment is replaced when its plan is corrected. */
    private boolean isSame(@Nullable Object key) {
        return key != null && key.equals(file);
    }

    private BasicFileAttributes attributes() {
        try {
            return Files.readAttributes(directory.journal(), BasicFileAttributes.class);
        } catch (NoSuchFileException none) {
            throw JournalReader.noRunIn(directory);
        } catch (IOException failure) {
            throw new JournalException("the journal " + directory.journal() + " cannot be read: " + failure, failure);
        }
    }
}
