package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.Status;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusJsonTest {

    private static final RunLabel RUN = new RunLabel("shop", "shop-1", "0.1.0", Samples.NOON);

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
