package io.flexmigrate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexmigrate.engine.Outlook;
import io.flexmigrate.engine.Pace;
import io.flexmigrate.engine.StageState;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Status.Numbers;
import io.flexmigrate.model.Severity;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers of a run as Prometheus reads them; what is not known yet is left out. */
public final class RunMetrics {

    private static final double MILLIS = 1000.0;

    private RunMetrics() {}

    /** All of them in Prometheus' text format. */
    public static String write(Status status) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create()
                    .write(out, new MetricSnapshots(all(status)), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return out.toString(UTF_8);
    }

    private static List<MetricSnapshot> all(Status status) {
        List<MetricSnapshot> all = new ArrayList<>(List.of(
                InfoSnapshot.builder()
                        .name("migrate_run")
                        .help("The run that this is about.")
                        .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                                .labels(Labels.of(
                                        "plan", status.run().plan(),
                                        "run", status.run().run(),
                                        "program", status.run().program()))
                                .build())
                        .build(),
                outlook(status),
                done(status),
                counted(
                        "migrate_stage_attempts",
                        "How often the work of a stage began.",
                        status.stages().stream()
                                .map(stage -> counter(
                                        stage.attempts(),
                                        Labels.of("stage", stage.stage().name())))),
                counted(
                        "migrate_warnings",
                        "Warnings of the run.",
                        Stream.of(counter(status.warnings().size(), Labels.EMPTY))),
                findings(status),
                groups(status)));
        all.addAll(times(status));
        all.addAll(numbers(status.numbers()));
        return all;
    }

    private static MetricSnapshot outlook(Status status) {
        return gauge(
                "migrate_run_outlook",
                "What is to be expected of the run: 1 for what holds.",
                Stream.of(Outlook.values())
                        .map(outlook -> point(
                                outlook == status.outlook() ? 1 : 0,
                                Labels.of("outlook", outlook.name().toLowerCase(Locale.ROOT)))));
    }

    private static MetricSnapshot done(Status status) {
        return gauge(
                "migrate_stage_done",
                "Whether a stage is done: 1 when it is.",
                status.stages().stream()
                        .map(stage -> point(
                                stage.state() == StageState.DONE ? 1 : 0,
                                Labels.of("stage", stage.stage().name()))));
    }

    private static MetricSnapshot findings(Status status) {
        return gauge(
                "migrate_findings",
                "Findings of the assessment that nobody has accepted.",
                Stream.of(Severity.values())
                        .map(severity -> point(
                                (double) status.findings().stream()
                                        .filter(finding -> finding.severity() == severity
                                                && finding.accepted().isEmpty())
                                        .count(),
                                Labels.of("severity", severity.name().toLowerCase(Locale.ROOT)))));
    }

    private static MetricSnapshot groups(Status status) {
        return gauge(
                "migrate_group_moved",
                "Whether the target has the writes of a group: 1 when it has.",
                status.groups().stream()
                        .map(group -> point(group.hasMoved() ? 1 : 0, Labels.of("group", group.name()))));
    }

    private static List<MetricSnapshot> times(Status status) {
        return List.of(
                seconds(
                        "migrate_stage_duration",
                        "How long the last attempt of a stage took, or takes so far.",
                        status.stages().stream()
                                .flatMap(stage -> stage
                                        .duration()
                                        .map(took -> point(
                                                seconds(took),
                                                Labels.of("stage", stage.stage().name())))
                                        .stream())),
                gauge(
                        "migrate_stage_progress_ratio",
                        "How much of the work of a stage under way is done.",
                        status.stages().stream()
                                .flatMap(stage -> stage
                                        .pace()
                                        .flatMap(Pace::percent)
                                        .map(percent -> point(
                                                percent / 100.0,
                                                Labels.of("stage", stage.stage().name())))
                                        .stream())));
    }

    private static List<MetricSnapshot> numbers(Numbers numbers) {
        return List.of(
                seconds(
                        "migrate_replication_lag",
                        "How far the target is behind, by the last sample.",
                        one(numbers.lag().map(RunMetrics::seconds))),
                seconds(
                        "migrate_source_locked",
                        "How long the source was locked for the snapshot.",
                        one(numbers.sourceLocked().map(RunMetrics::seconds))),
                seconds(
                        "migrate_write_pause_predicted",
                        "The write pause that the rehearsals predict.",
                        one(numbers.predictedPause().map(RunMetrics::seconds))),
                seconds(
                        "migrate_write_pause",
                        "The longest write pause of a cut-over, as the servers saw it.",
                        one(numbers.pause().map(RunMetrics::seconds))),
                gauge(
                        "migrate_rows_loaded",
                        "Rows loaded into the target.",
                        one(numbers.rows().map(Long::doubleValue))),
                seconds(
                        "migrate_oldest_proof_timestamp",
                        "When the chunk was compared that was compared longest ago, in Unix time.",
                        one(numbers.provenSince().map(at -> at.toEpochMilli() / MILLIS))));
    }

    private static Stream<GaugeDataPointSnapshot> one(Optional<Double> value) {
        return value.map(known -> point(known, Labels.EMPTY)).stream();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static MetricSnapshot seconds(String name, String help, Stream<GaugeDataPointSnapshot> points) {
        return new GaugeSnapshot(new MetricMetadata(name + "_seconds", help, Unit.SECONDS), points.toList());
    }

    private static MetricSnapshot gauge(String name, String help, Stream<GaugeDataPointSnapshot> points) {
        return new GaugeSnapshot(new MetricMetadata(name, help), points.toList());
    }

    private static GaugeDataPointSnapshot point(double value, Labels labels) {
        return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
    }

    private static MetricSnapshot counted(
            String name, String help, Stream<CounterSnapshot.CounterDataPointSnapshot> points) {
        return new CounterSnapshot(new MetricMetadata(name, help), points.toList());
    }

    private static CounterSnapshot.CounterDataPointSnapshot counter(double value, Labels labels) {
        return CounterSnapshot.CounterDataPointSnapshot.builder()
                .value(value)
                .labels(labels)
                .build();
    }
}
