package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes where a finished dump's snapshot stands, for programs. */
public final class CoordinatesJson {

    private final JsonMapper mapper = Json.mapper();

    /** One JSON object over several lines, ending in a line feed; the set is empty when GTIDs were off. */
    public String write(BinlogCoordinates coordinates, GtidSet gtidSet) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", coordinates.file());
        fields.put("position", coordinates.position());
        fields.put("gtid_set", gtidSet.text());
        fields.put("finished", true);
        try {
            return mapper.writer()
                            .without(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                            .withDefaultPrettyPrinter()
                            .writeValueAsString(fields)
                    + "\n";
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("coordinates are written from their components alone", failure);
        }
    }
}
