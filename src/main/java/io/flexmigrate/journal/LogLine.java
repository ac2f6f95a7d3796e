package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.StageName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that happened, for programs that collect what programs say.
 *
 * @param run by which lines of one run are found; empty before it is known
 * @param stage that it is about; empty when it is about the whole run
 * @param what kind of thing, by a name that stays the same, such as {@code started} or {@code lag}
 * @param message the same for people
 * @param details the same for programs
 */
public record LogLine(
        Instant time,
        Level level,
        Optional<String> run,
        Optional<StageName> stage,
        String what,
        String message,
        Map<String, String> details) {

    private static final JsonMapper MAPPER = Json.mapper();

    /** How much it matters. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    public LogLine {
        details = Map.copyOf(details);
    }

    /** One JSON object on one line, without a line feed; what is empty is left out. */
    public String json() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = MAPPER.getFactory().createGenerator(line)) {
            json.setCharacterEscapes(new VisibleEscapes());
            json.writeStartObject();
            json.writeStringField("time", time.toString());
            json.writeStringField("level", level.name());
            if (run.isPresent()) {
                json.writeStringField("run", run.get());
            }
            if (stage.isPresent()) {
                json.writeStringField("stage", stage.get().name());
            }
            json.writeStringField("what", what);
            json.writeStringField("message", message);
            if (!details.isEmpty()) {
                json.writeObjectFieldStart("details");
                for (Map.Entry<String, String> detail : new TreeMap<>(details).entrySet()) {
                    json.writeStringField(detail.getKey(), detail.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is written but memory", impossible);
        }
        return line.toString();
    }
}
