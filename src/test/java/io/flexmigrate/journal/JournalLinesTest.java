package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Fingerprints;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.Secret;
import io.flexmigrate.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalLinesTest {

    private final JournalLines lines = new JournalLines(Path.of("journal.jsonl"));

    @Test
    void hasASampleOfEveryKindOfEventAndFact() {
        assertThat(kindsOf(Samples.events())).containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
        assertThat(kindsOf(Samples.facts())).containsExactlyInAnyOrder(Fact.class.getPermittedSubclasses());
    }

    private static Set<Class<?>> kindsOf(List<?> values) {
        return values.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("io.flexmigrate.testing.Samples#events")
    void readsBackWhatItWroteInOneLine(Event event) {
        byte[] line = lines.line(event);

        assertThat(lines.event(line, 2)).isEqualTo(event);
        assertThat(text(line)).endsWith("\n").containsOnlyOnce("\n");
    }

    @Test
    void writesWhatPeopleCanRead() {
        Event event = new Event.Produced(StageName.DUMP, Samples.NOON, Samples.dumped());

        assertThat(text(lines.line(event)))
                .startsWith(
                        "{\"event\":\"Produced\",\"stage\":\"DUMP\",\"at\":\"2026-11-22T12:00:00.123456789Z\","
                                + "\"fact\":{\"kind\":\"Dumped\",\"directory\":\"/work dir/dump\","
                                + "\"coordinates\":{\"file\":\"binlog.1000000\",\"position\":5000000000},"
                                + "\"gtidSet\":\"3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:domain_a:7-9\",\"locked\":\"PT0.043S\"");
    }

    @Test
    void readsAnEmptyGtidSet() {
        Fact.Dumped dumped = Samples.dumped();
        Event event = new Event.Produced(
                StageName.DUMP,
                Samples.NOON,
                new Fact.Dumped(
                        "d",
                        dumped.coordinates(),
                        GtidSet.EMPTY,
                        dumped.locked(),
                        0,
                        List.of(),
                        List.of(),
                        Fingerprints.NONE));

        assertThat(lines.event(lines.line(event), 2)).isEqualTo(event);
    }

    @Test
    void readsBackTheHeader() {
        JournalHeader header = JournalHeader.of("0.1.0", "shop-1", Samples.NOON, Map.of("name", "shop", "a", "\0"));

        assertThat(lines.header(lines.line(header))).isEqualTo(header);
    }

    @Test
    void writesComponentsAndNothingComputedFromThem() {
        assertThat(text(lines.line(ReplicaStatus.ThreadError.NONE))).isEqualTo("{\"number\":0,\"message\":\"\"}\n");
    }

    @Test
    void neverWritesASecret() {
        assertThat(text(lines.line(Map.of("password", new Secret("hunter2"))))).isEqualTo("{\"password\":\"***\"}\n");
    }

    @Test
    void writesTextThatIsNoUnicode() {
        Event event = new Event.Reached(StageName.LOAD, Samples.NOON, Step.of("half \ud83d"), Map.of());

        assertThat(lines.event(lines.line(event), 2).stage()).isEqualTo(StageName.LOAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"event\":\"Started\"}",
                "{\"event\":\"Started\",\"stage\":\"DUMP\",\"at\":null}",
                "{\"event\":\"Started\",\"stage\":\"DUMP\"}",
                "{\"event\":\"Started\",\"stage\":\"DUMP\",\"at\":\"2026-11-22T12:00:00Z\",\"more\":1}",
                "{\"event\":\"Started\",\"stage\":\"DUMP\",\"at\":\"2026-11-22T12:00:00Z\"}{}",
                "{\"event\":\"Started\",\"stage\":\"DUMP\",\"stage\":\"LOAD\",\"at\":\"2026-11-22T12:00:00Z\"}",
                "{\"event\":\"Started\",\"stage\":\"NONE\",\"at\":\"2026-11-22T12:00:00Z\"}",
                "{\"event\":\"java.lang.String\",\"stage\":\"DUMP\",\"at\":\"2026-11-22T12:00:00Z\"}",
                "{\"event\":\"Observed\",\"stage\":\"DUMP\",\"at\":\"2026-11-22T12:00:00Z\",\"what\":\"w\","
                        + "\"values\":{\"a\":null}}",
                "{\"event\":\"Produced\",\"stage\":\"LINK\",\"at\":\"2026-11-22T12:00:00Z\",\"fact\":{\"kind\":\"Linked\","
                        + "\"start\":{\"file\":\"binlog.1\",\"position\":3}}}"
            })
    void refusesABrokenLineByItsNumber(String line) {
        assertThatThrownBy(() -> lines.event(line.getBytes(StandardCharsets.UTF_8), 17))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("journal.jsonl is broken in line 17: ")
                .hasMessageEndingWith(JournalReader.WHAT_TO_DO);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
