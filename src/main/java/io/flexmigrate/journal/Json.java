package io.flexmigrate.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.flexmigrate.engine.Event;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.Secret;
import java.util.Arrays;

/** How our values are written as JSON: sealed kinds by their simple names, times as ISO-8601, and strictly read. */
final class Json {

    private Json() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .addMixIn(Event.class, EventMixIn.class)
                .addMixIn(Fact.class, FactMixIn.class)
                .addMixIn(GtidSet.class, GtidSetMixIn.class)
                .addMixIn(Secret.class, SecretMixIn.class)
                .registerSubtypes(kindsOf(Event.class))
                .registerSubtypes(kindsOf(Fact.class))
                // The components of records and nothing that is computed from them, such as GtidSet.isEmpty.
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static NamedType[] kindsOf(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(kind -> new NamedType(kind, kind.getSimpleName()))
                .toArray(NamedType[]::new);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    private interface EventMixIn {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface FactMixIn {}

    /** A GTID set is its text. */
    private abstract static class GtidSetMixIn {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        GtidSetMixIn(String unusedText) {}

        @JsonValue
        abstract String text();
    }

    /** Should a secret ever get into a value that is written, then only its mask is. */
    private abstract static class SecretMixIn {

        @Override
        @JsonValue
        public abstract String toString();
    }
}
