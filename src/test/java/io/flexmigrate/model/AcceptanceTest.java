package io.flexmigrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTest {

    @Test
    void readsACode() {
        assertThat(Acceptance.parse("FM1043", " small ")).contains(new Acceptance("FM1043", Optional.empty(), "small"));
    }

    @Test
    void readsACodeAndASubject() {
        assertThat(Acceptance.parse("FM1043  source binlog format", "small"))
                .contains(new Acceptance("FM1043", Optional.of("source binlog format"), "small"));
    }

    @ParameterizedTest
    @CsvSource({"FM104, x", "FM10433, x", "fm1043, x", "shop.log, x", "FM1043shop, x", "'', x", "FM1043, ' '"})
    void readsNothingElse(String target, String reason) {
        assertThat(Acceptance.parse(target, reason)).isEmpty();
    }
}
