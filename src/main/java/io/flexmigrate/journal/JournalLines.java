package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of one journal file: values to bytes and back. */
final class JournalLines {

    private final Path file;
    private final JsonMapper mapper = Json.mapper();

    JournalLines(Path file) {
        this.file = file;
    }

    /** A header or an event with its line feed; JSON has no line feed inside. */
    byte[] line(Object value) {
        try {
            return (mapper.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException failure) {
            throw new JournalException(
                    "the journal " + file + " cannot hold " + value.getClass().getSimpleName() + ": "
                            + failure.getOriginalMessage() + ". This is a fault of the program.",
                    failure);
        }
    }

    JournalHeader header(byte[] line) {
        JsonNode tree = read(line, 1, JsonNode.class);
        JsonNode format = tree.path("format");
        if (!format.isInt()) {
            throw new JournalException("the journal " + file + " does not begin with a header."
                    + " It is no journal of migrate, or its beginning is lost; " + JournalReader.WHAT_TO_DO);
        }
        if (format.intValue() != JournalHeader.FORMAT) {
            throw new JournalException("the journal " + file + " has the format " + format.intValue() + ", written by"
                    + " migrate " + tree.path("program").asText("of an unknown version")
                    + "; this migrate reads the format "
                    + JournalHeader.FORMAT + ". Go on with the version of migrate that began the run.");
        }
        return read(line, 1, JournalHeader.class);
    }

    Event event(byte[] line, int number) {
        return read(line, number, Event.class);
    }

    private <T> T read(byte[] line, int number, Class<T> type) {
        try {
            T value = mapper.readValue(line, type);
            if (value == null) {
                throw broken(number, "it holds no object");
            }
            return value;
        } catch (JsonProcessingException failure) {
            throw broken(number, failure.getOriginalMessage(), failure);
        } catch (IOException failure) {
            throw broken(number, failure.toString(), failure);
        }
    }

    /** Refuses a line, the first of which is 1. */
    JournalException broken(int number, String why) {
        return broken(number, why, null);
    }

    private JournalException broken(int number, String why, @Nullable IOException cause) {
        String message = "the journal " + file + " is broken in line " + number + ": "
                + why.lines().findFirst().orElse("") + ". " + JournalReader.WHAT_TO_DO;
        return cause == null ? new JournalException(message) : new JournalException(message, cause);
    }
}
