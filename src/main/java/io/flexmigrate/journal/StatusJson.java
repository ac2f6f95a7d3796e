package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.Status;

/** Writes a status for programs, in the words of the journal. */
public final class StatusJson {

    private final JsonMapper mapper = Json.mapper();

    /** One JSON object over several lines, ending in a line feed; what is not known yet is {@code null}. */
    public String write(Status status) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(status) + "\n";
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a status is written from its components alone", failure);
        }
    }
}
