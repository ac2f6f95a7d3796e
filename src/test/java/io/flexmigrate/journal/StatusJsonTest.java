package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.testing.RunSamples;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusJsonTest {

    private static final RunLabel RUN = Samples.RUN;

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(StatusJson.class.getResourceAsStream("status.schema.json"));

    @Test
    void saysEverythingInTheWordsOfTheJournal() throws IOException {
        JsonNode json = written(Status.of(RUN, Progress.of(Samples.events()), Samples.NOON, false));

        assertThat(json.at("/run/plan").asText()).isEqualTo("shop");
        assertThat(json.at("/outlook").asText()).isNotEmpty();
        assertThat(json.at("/stages/2/stage").asText()).isEqualTo("DUMP");
        assertThat(json.at("/stages/2/fact/kind").asText()).isEqualTo("Dumped");
        assertThat(json.at("/numbers/pause").asText()).isEqualTo("PT0.064S");
        assertThat(json.at("/numbers/coordinates/position").asLong()).isEqualTo(5_000_000_000L);
        assertThat(json.at("/cutOver/0/step").asText()).isEqualTo("FENCED");
        assertThat(json.at("/findings/2/severity").asText()).isEqualTo("BLOCKER");
        assertThat(json.at("/lastFailure/stage").asText()).isEqualTo("LOAD");
    }

    @Test
    void writesWhatTheSchemaSays() throws IOException {
        for (List<Event> events :
                List.of(List.<Event>of(), Samples.events(), RunSamples.loading(), RunSamples.moved())) {
            for (boolean running : List.of(true, false)) {
                JsonNode json = written(Status.of(RUN, Progress.of(events), Samples.NOON.plusSeconds(99), running));
                assertThat(SCHEMA.validate(json)).isEmpty();
                assertThat(json.at("/format").asText()).isEqualTo("migrate-status");
            }
        }
    }

    @Test
    void doesNotFitTheSchemaWithAnyOtherField() throws IOException {
        JsonNode json = written(Status.of(RUN, Progress.of(RunSamples.loading()), Samples.NOON, true));
        for (String place : List.of("", "/run", "/stages/3", "/stages/3/pace", "/numbers", "/groups/0")) {
            ObjectNode object = (ObjectNode) json.at(place);
            object.put("surprise", 1);
            assertThat(SCHEMA.validate(json)).as(place).isNotEmpty();
            object.remove("surprise");
        }
        assertThat(SCHEMA.validate(json)).isEmpty();
    }

    @Test
    void writesTheSameOnOneLine() throws IOException {
        Status status = Status.of(RUN, Progress.of(Samples.events()), Samples.NOON, false);
        assertThat(new StatusJson().line(status)).doesNotContain("\n");
        assertThat(new JsonMapper().readTree(new StatusJson().line(status))).isEqualTo(written(status));
    }

    @Test
    void saysHowFarTheStageAtWorkIs() throws IOException {
        List<Event> events = new ArrayList<>(List.of(new Event.Started(StageName.DUMP, Samples.NOON)));
        for (int second = 0; second <= 30; second++) {
            Advance advance = new Advance(second * 100L, 10_000, 0, 0, 0, 2, "shop.orders");
            events.add(new Event.Observed(
                    StageName.DUMP,
                    Samples.NOON.plusSeconds(second),
                    Observation.DUMP_PROGRESS.what(),
                    advance.values()));
        }
        JsonNode running = written(Status.of(RUN, Progress.of(events), Samples.NOON.plusSeconds(30), true));

        assertThat(running.at("/stages/2/pace/percent").asInt()).isEqualTo(30);
        assertThat(running.at("/stages/2/pace/bytesPerSecond").asLong()).isEqualTo(100);
        assertThat(running.at("/stages/2/pace/left/likely").asText()).isEqualTo("PT1M10S");
        assertThat(running.at("/stages/2/pace/advance/totalTables").asInt()).isEqualTo(2);
        assertThat(running.at("/stages/3/pace").isNull()).isTrue();

        events.add(new Event.Produced(StageName.DUMP, Samples.NOON.plusSeconds(90), Samples.dumped()));
        JsonNode ended = written(Status.of(RUN, Progress.of(events), Samples.NOON.plusSeconds(90), true));

        assertThat(ended.at("/stages/2/pace").isNull()).isTrue();
        assertThat(ended.at("/predictions/0/percent").asInt()).isEqualTo(25);
        assertThat(ended.at("/predictions/0/left").asText()).isEqualTo("PT1M15S");
        assertThat(ended.at("/predictions/0/took").asText()).isEqualTo("PT1M5S");
    }

    @Test
    void hasNullForWhatIsNotKnownYet() throws IOException {
        JsonNode json = written(Status.of(RUN, Progress.of(List.of()), Samples.NOON, false));

        assertThat(json.at("/numbers/pause").isNull()).isTrue();
        assertThat(json.at("/stages/0/duration").isNull()).isTrue();
        assertThat(json.at("/lastFailure").isNull()).isTrue();
    }

    private static JsonNode written(Status status) throws IOException {
        return new JsonMapper().readTree(new StatusJson().write(status));
    }
}
