package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Writes a JSON Schema, whose keywords stand in the order in which people read them. */
public final class SchemaJson {

    private final JsonMapper mapper = new JsonMapper();

    /** One JSON object over several lines, ending in a line feed. */
    public String write(Map<String, Object> keywords) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(keywords) + "\n";
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a schema is made of texts, numbers, lists and maps", failure);
        }
    }
}
