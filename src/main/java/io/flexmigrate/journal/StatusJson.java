package io.flexmigrate.journal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.Status;

/** Writes a status for programs, in the words of the journal, as {@code status.schema.json} says. */
public final class StatusJson {

    /** Counted up when a reader of the former version would misread a status. */
    private static final int VERSION = 1;

    private final JsonMapper mapper = Json.mapper();

    private record Versioned(
            String format, int version, @JsonUnwrapped Status status) {}

    /** One JSON object over several lines, ending in a line feed; what is not known yet is {@code null}. */
    public String write(Status status) {
        return written(mapper.writerWithDefaultPrettyPrinter(), status) + "\n";
    }

    /** The same on one line, without a line feed. */
    public String line(Status status) {
        return written(mapper.writer(), status);
    }

    private static String written(ObjectWriter writer, Status status) {
        try {
            return writer.writeValueAsString(new Versioned("migrate-status", VERSION, status));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a status is written from its components alone", failure);
        }
    }
}
