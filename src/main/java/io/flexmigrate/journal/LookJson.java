package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.model.LinkLook;
import java.util.Map;
import java.util.TreeMap;

/** Writes one look at a link for programs. */
public final class LookJson {

    private final JsonMapper mapper = Json.mapper();

    /** One JSON object on one line, ending in a line feed; {@code lag_ms} is null when the target did not get there. */
    public String write(LinkLook look) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("at", look.at());
        fields.put("verdict", look.verdict());
        fields.put("lag_ms", look.lag().map(lag -> lag.toNanos() / 1_000_000.0));
        fields.put("source", look.source());
        fields.put("applied", look.applied());
        fields.put("message", look.message());
        fields.put("notes", look.notes());
        fields.put("proven_since", look.provenSince());
        try {
            return mapper.writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a look is written from its components alone", failure);
        }
    }
}
