package io.flexmigrate.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.testing.Document;
import io.flexmigrate.testing.RunSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus gets, and what is made of it, agree. */
class ObservabilityTest {

    private static final Pattern NAME = Pattern.compile("\\bmigrate_[a-z_]+\\b");
    private static final String ALL = RunMetrics.write(
                    RunSamples.chronicle(RunSamples.loading(), true).status())
            + RunMetrics.write(RunSamples.chronicle(RunSamples.moved(), false).status());

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyNumberIsExplainedAndHasAKind() {
        List<String> lines = ALL.lines().filter(line -> !line.startsWith("#")).toList();

        assertThat(lines).hasSizeGreaterThan(60).allSatisfy(line -> {
            String name = line.replaceFirst("[{ ].*", "");
            assertThat(ALL).contains("# HELP " + name + " ").contains("# TYPE " + name + " ");
        });
    }

    @Test
    void tellsHowTheRunStands() {
        assertThat(ALL)
                .contains("migrate_run_info{plan=\"shop\",program=\"0.1.0\",run=\"shop-1\"} 1\n")
                .contains("migrate_run_outlook{outlook=\"running\"} 1.0\n")
                .contains("migrate_run_outlook{outlook=\"finished\"} 1.0\n")
                .contains("migrate_stage_attempts_total{stage=\"DUMP\"} 2.0\n")
                .contains("migrate_stage_progress_ratio{stage=\"LOAD\"} 0.62\n")
                .contains("migrate_stage_duration_seconds{stage=\"LOAD\"} 41.0\n")
                .contains("migrate_warnings_total 1.0\n")
                .contains("migrate_findings{severity=\"warning\"} 1.0\n")
                .contains("migrate_rows_loaded 2010.0\n")
                .contains("migrate_write_pause_seconds 0.064\n")
                .contains("migrate_replication_lag_seconds 0.0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripts/observability/alerts.yaml", "scripts/observability/grafana-dashboard.json"})
    void alertsAndDashboardAskForWhatThereIs(String file) throws IOException {
        Set<String> asked = names(Files.readString(Path.of(file)));

        assertThat(asked).hasSizeGreaterThan(3);
        assertThat(names(ALL + "migrate_oldest_proof_timestamp_seconds")).containsAll(asked);
    }

    @Test
    void theDocumentTellsAllOfThem() {
        List<String> told = Document.read("src/site/markdown/watching.md").table("metric").stream()
                .map(row -> row.get(0).replace("`", ""))
                .toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(names(ALL + "migrate_oldest_proof_timestamp_seconds"));
    }
}
