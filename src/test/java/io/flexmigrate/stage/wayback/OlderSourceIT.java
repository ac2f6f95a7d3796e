package io.flexmigrate.stage.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.testing.MemoryJournal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OlderSourceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final MemoryJournal journal = new MemoryJournal();

    /** The target's default collation is one that 5.7 does not know, and every event names it. */
    @Test
    void goesOnWithoutAWayBackWhereTheSourceDoesNotUnderstandTheTargetAndFollowsItWhereItDoes()
            throws InterruptedException {
        try (BackPair pair = BackPair.begin(LabVersion.MYSQL_5_7, "best-effort")) {
            pair.create("shop");

            WayBackProof proof = pair.wayBack().ready(List.of("shop"), BackPair.log(journal));

            assertThat(proof.stands()).isFalse();
            assertThat(proof.trouble()).contains("Character set '#255' is not a compiled character set");
            assertThat(warnings()).singleElement().asString().contains("There is no way back");
            assertThat(pair.wayBack().status()).isEmpty();
            assertThat(pair.wayBack().standing(BackPair.log(journal))).isEmpty();

            pair.target().execute("SET GLOBAL collation_server = utf8mb4_general_ci");
            assertThat(pair.wayBack().ready(List.of("shop"), BackPair.log(journal)))
                    .returns(true, WayBackProof::stands);
            followsThroughTheFence(pair);
        }
    }

    private void followsThroughTheFence(BackPair pair) {
        pair.source().execute("SET GLOBAL super_read_only = ON");
        pair.target()
                .execute(
                        "SET NAMES utf8mb4 COLLATE utf8mb4_general_ci",
                        "INSERT INTO shop.t VALUES (1, CONVERT(0xF09F9880 USING utf8mb4))",
                        "ALTER USER flexadmin@'%' ACCOUNT UNLOCK",
                        "CREATE DATABASE elsewhere");
        assertThat(pair.wayBack().awaitApplied(pair.coordinates(pair.target()), PATIENCE))
                .as(() -> pair.wayBack().status().toString())
                .isTrue();
        assertThat(BackPair.column(pair.source(), "SELECT HEX(words) FROM shop.t"))
                .containsExactly("F09F9880");
        assertThat(BackPair.column(pair.source(), "SHOW DATABASES LIKE 'elsewhere'"))
                .isEmpty();

        pair.wayBack().remove(BackPair.log(journal));

        assertThat(pair.wayBack().status()).isEmpty();
    }

    private List<String> warnings() {
        return journal.events().stream()
                .map((Event event) -> Observation.WARNING.text(event))
                .flatMap(Optional::stream)
                .toList();
    }
}
