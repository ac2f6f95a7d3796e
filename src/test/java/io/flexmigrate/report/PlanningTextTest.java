package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.testing.PlanningSamples;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanningTextTest {

    static Stream<PlanningReport> reports() {
        return Stream.of(PlanningSamples.rich(), PlanningSamples.ready(), PlanningSamples.unreachable());
    }

    @Test
    void hasAllItsSectionsInOrder() {
        assertThat(plain(PlanningSamples.rich()))
                .containsSubsequence(
                        "Planning report for shop",
                        "db1.example.com:3306   MySQL 5.7.22-log",
                        "BLOCKED: 2 blockers, 1 could not be checked, 31 warnings, 1 note; 1 accepted.",
                        "\nFindings\n",
                        "FM1042",
                        "\nWhat cannot be seen from here\n",
                        "nc -vz db1.example.com 3306\n",
                        "\nSizes",
                        "shop.orders                              327.5 GB      812,000,000  ####################\n",
                        "\nTimes",
                        "LOAD, rows                  3 h 10 min - 6 h 30 min",
                        "TOO SHORT: the source keeps its binlogs for 8 h 0 min",
                        "\nCut-over groups\n",
                        "shop_app@10.% (INSERT, UPDATE, DELETE on shop.*)",
                        "\nParameters of the target for the load\n",
                        "\nPlan of action\n",
                        "3.1  source  FLUSH TABLES WITH READ LOCK;\n",
                        "... and 30 more of this kind",
                        "Undo: Until CUT_OVER reaches OPEN",
                        "Cannot be described further:",
                        "BLOCKED: ");
    }

    @Test
    void saysThatNothingStandsInTheWay() {
        assertThat(plain(PlanningSamples.ready()))
                .contains("READY: no open findings.\n", "None: 5 rules checked.")
                .contains(
                        "Nothing was changed. Nothing that was seen stands in the way of a run. A run keeps its journal")
                .endsWith("/home/anna/migrate-shop.\n");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void breaksSentencesAndNothingThatIsPasted(PlanningReport report) {
        String text = plain(report);

        assertThat(text.lines().filter(line -> Columns.of(line) > 100))
                .allMatch(line -> RemedyLine.isCode(line) || line.matches(" +\\d+\\.\\d+  here    my(dump|load)er .*"));
        report.assessment()
                .parameters()
                .forEach(parameter -> assertThat(text).contains("\n  " + parameter.before() + "\n"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void letsNoNameSteerTheTerminal(PlanningReport report) {
        assertThat(plain(report)).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]").doesNotContain("\u202e");
    }

    @Test
    void paintsSeveritiesOnlyWhereThereAreColours() {
        String painted = new PlanningText(ZoneOffset.UTC, true).write(PlanningSamples.rich());

        assertThat(painted).contains("\u001b[1;31mBLOCKED: ", "\u001b[33mWARNING\u001b[0m", "\u001b[36mINFO\u001b[0m");
        assertThat(painted.replaceAll("\u001b\\[[\\d;]+m", "")).isEqualTo(plain(PlanningSamples.rich()));
    }

    @Test
    void writesAHundredThousandFindingsQuickly() {
        PlanningReport huge = PlanningSamples.huge(100_000);

        assertThatCode(() -> new PlanningHtml(ZoneOffset.UTC).write(huge, new StringWriter()))
                .doesNotThrowAnyException();
        assertTimeout(Duration.ofSeconds(10), () -> plain(huge));
    }

    @Test
    void htmlHasEveryTextEscapedAndItsCodeAllowedByHash() throws IOException {
        StringWriter html = new StringWriter();
        new PlanningHtml(ZoneOffset.UTC).write(PlanningSamples.rich(), html);

        assertThat(html.toString())
                .doesNotContain("<img", "\u001b", "\u202e", "unsafe-inline")
                .containsOnlyOnce("</script>")
                .contains("&lt;/script&gt;&lt;img", "\\u001b[31m", "\\u202egnp", "{{plan}}", "script-src 'sha256-");
    }

    @Test
    void tellsWhatIsPastedFromWhatIsRead() {
        assertThat(RemedyLine.of("""
                Put this into the configuration and restart the server:
                [mysqld]
                log-bin=mysql-bin
                SET GLOBAL binlog_format = 'ROW';
                az mysql flexible-server restart --name <name>
                Then let all clients reconnect.
                """))
                .extracting(RemedyLine::isCode)
                .isEqualTo(List.of(false, true, true, true, true, false));
    }

    private static String plain(PlanningReport report) {
        return new PlanningText(ZoneOffset.UTC, false).write(report);
    }
}
