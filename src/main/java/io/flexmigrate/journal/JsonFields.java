package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Fields of a JSON object that take more than one call to write. */
final class JsonFields {

    private JsonFields() {}

    /** Writes the fields of one object of an array. */
    @FunctionalInterface
    interface Content<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    static <T> void array(JsonGenerator json, String field, List<T> values, Content<T> content) throws IOException {
        json.writeArrayFieldStart(field);
        for (T value : values) {
            json.writeStartObject();
            content.write(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** An empty text is {@code null}: it is not known, or there is none. */
    static void textOrNull(JsonGenerator json, String field, String text) throws IOException {
        json.writeFieldName(field);
        if (text.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeString(text);
    }
}
