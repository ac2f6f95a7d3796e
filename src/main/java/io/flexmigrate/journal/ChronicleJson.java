package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.Chronicle;

/** Writes how a run went for programs, in the words of the journal. */
public final class ChronicleJson {

    private final JsonMapper mapper = Json.mapper();

    /** One JSON object over several lines, ending in a line feed; what is not known yet is {@code null}. */
    public String write(Chronicle chronicle) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(chronicle) + "\n";
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a chronicle is written from its components alone", failure);
        }
    }
}
