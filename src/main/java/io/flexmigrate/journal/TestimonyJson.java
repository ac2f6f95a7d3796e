package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.Testimony;

/** A testimony as a file for programs: {@code evidence.schema.json} says what is in it. */
public final class TestimonyJson {

    private final JsonMapper mapper = Json.mapper();

    /** One JSON object over several lines, ending in a line feed. */
    public String write(Testimony testimony) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(testimony) + "\n";
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a testimony is written from its components alone", failure);
        }
    }

    /**
     * Reads what was written.
     *
     * @throws JournalException when it is none, or of another version
     */
    public Testimony read(String text) {
        try {
            Testimony testimony = mapper.readValue(text, Testimony.class);
            if (testimony.format().equals(Testimony.FORMAT) && testimony.version() == Testimony.VERSION) {
                return testimony;
            }
            throw new JournalException("it is of the form " + testimony.format() + " " + testimony.version()
                    + ", and this program reads " + Testimony.FORMAT + " " + Testimony.VERSION);
        } catch (JsonProcessingException broken) {
            throw new JournalException("it is no evidence of this program: " + broken.getOriginalMessage(), broken);
        }
    }
}
