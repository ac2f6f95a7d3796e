package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanChangeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void namesEveryFieldThatMayNotChangeWithBothValues() {
        Map<String, String> before = Map.of("source.host", "a", "load.threads", "2", "scope.databases[1]", "x");
        Map<String, String> now = Map.of("source.host", "b", "load.threads", "4", "accounts.copy", "true");

        assertThat(PlanChange.notAllowed(before, now))
                .containsExactly(
                        "accounts.copy: was not set, is 'true'",
                        "scope.databases[1]: was 'x', is not set",
                        "source.host: was 'a', is 'b'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accept.FM1043",
                "accept.FM1043 shop.log",
                "source.password.env",
                "target.password",
                "target.replication.host",
                "source.replication.password.command[0]",
                "dump.threads",
                "load.defer_indexes",
                "catch_up.timeout",
                "cutover.groups[12].flip[0].run[3]",
            })
    void letsFreeFieldsChange(String field) {
        assertThat(PlanChange.isFree(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"source.user", "cutover.groups[0].name", "cutover.way_back", "verify.mode"})
    void keepsOtherFieldsAsTheyWere(String field) {
        assertThat(PlanChange.isFree(field)).isFalse();
    }

    @Test
    void seesNoChangeInTheSamePlan() {
        Plans plans = new Plans(directory);
        Map<String, String> fields = plans.read(Plans.sample()).fields();

        assertThat(PlanChange.notAllowed(
                        fields, plans.read("# a comment\n" + Plans.sample()).fields()))
                .isEmpty();
    }

    @Test
    void speaksOnlyOfFieldsThatExist() {
        Map<String, String> fields =
                new PlanReader().read(Path.of("plans", "flexible-server.yaml")).fields();

        assertThat(PlanChange.FREE)
                .filteredOn(free -> !free.matches("accept|allow_literal_secrets|dump.mydumper|load.myloader"))
                .allSatisfy(free -> assertThat(fields.keySet())
                        .anyMatch(field -> field.replace("[0]", "[*]").startsWith(free)));
    }
}
