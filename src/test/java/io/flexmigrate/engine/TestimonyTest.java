package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.testing.EvidenceSamples;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestimonyTest {

    @Test
    void takesTheFirstWordsOfTheServersAndTheLastProofOfEachChunk() {
        Testimony testimony = EvidenceSamples.testimony(
                EvidenceSamples.SPOKEN, Map.of("source.host", "db1", "source.port", "3307", "verify.mode", "full"));

        assertThat(testimony.source())
                .isEqualTo(new Testimony.Side("db1", 3307, "3e11fa47-71ca-11e1-9e33-c80aa9429562", "5.7.22-log"));
        assertThat(testimony.afterFence().read()).isTrue();
        assertThat(testimony.afterFence().files()).containsExactly("binlog.1000000", "binlog.1000001");
        assertThat(testimony.comparison().chunks()).isEqualTo(2);
        assertThat(testimony.comparison().rows()).isEqualTo(25);
        assertThat(testimony.comparison().insideFence()).containsEntry("tables", "3");
        assertThat(testimony.accepted()).extracting(Testimony.Accepted::code).containsExactly("FM1001");
        assertThat(testimony.stages()).hasSize(StageName.values().length);
    }

    @Test
    void saysWhatIsNotProven() {
        Testimony testimony = EvidenceSamples.testimony(EvidenceSamples.SILENT, Map.of());

        assertThat(testimony.afterFence().read()).isFalse();
        assertThat(testimony.source().uuid()).isEmpty();
        assertThat(testimony.notProven())
                .anyMatch(sentence -> sentence.startsWith("It was not read whether the source wrote"))
                .anyMatch(sentence ->
                        sentence.contains("was changed since its proof was compared: 175 row(s), and 1 table"))
                .anyMatch(sentence -> sentence.endsWith("the budget did not last: shop.log."))
                .anyMatch(sentence -> sentence.contains("Databases other than these"));
        assertThat(EvidenceSamples.testimony(EvidenceSamples.SPOKEN, Map.of()).notProven())
                .noneMatch(sentence -> sentence.contains("not read"));
    }
}
