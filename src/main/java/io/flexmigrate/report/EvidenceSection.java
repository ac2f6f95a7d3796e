package io.flexmigrate.report;

import io.flexmigrate.engine.Testimony;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of the evidence page: names and what there is to say to each. */
record EvidenceSection(String id, String title, List<Line> facts) {

    /** One line of it. */
    record Line(String name, String value) {

        static Line of(String name, String value) {
            return new Line(name, value.isEmpty() ? "none" : value);
        }
    }

    private static String groups(Testimony testimony) {
        return testimony.groups().stream()
                .map(moved -> moved.group() + " (" + String.join(", ", moved.databases()) + ") at " + moved.fence()
                        + ", closed for " + Amounts.duration(moved.pause().measured())
                        + moved.pause()
                                .seen()
                                .map(view -> ", " + ClientWords.of(view))
                                .orElse(""))
                .collect(Collectors.joining("; "));
    }

    static EvidenceSection fence(Testimony testimony) {
        Testimony.Fence fence = testimony.fence();
        Testimony.AfterFence after = testimony.afterFence();
        return new EvidenceSection(
                "fence",
                "The last write of the source",
                List.of(
                        Line.of("Snapshot", testimony.snapshot().coordinates().toString()),
                        Line.of("GTIDs in it", testimony.snapshot().gtidSet()),
                        Line.of("Link begun", testimony.linkStart().toString()),
                        Line.of("Fence", fence.coordinates().toString()),
                        Line.of("Groups", groups(testimony)),
                        Line.of("Source executed", fence.gtidSet()),
                        Line.of("Target applied", fence.targetApplied()),
                        Line.of("Target executed", fence.targetGtidSet()),
                        Line.of("After the fence", scan(after)),
                        Line.of(
                                "Source closed",
                                after.sourceClosed()
                                        ? "super_read_only is ON"
                                        : "super_read_only is not known to be ON")));
    }

    private static String scan(Testimony.AfterFence after) {
        return after.read()
                ? Amounts.count(after.changes(), "change") + " in the binlog from the fence to " + after.upTo() + " ("
                        + String.join(", ", after.files()) + ")"
                : after.words();
    }

    static EvidenceSection rows(Testimony testimony) {
        Testimony.Comparison comparison = testimony.comparison();
        return new EvidenceSection(
                "rows",
                "What was compared",
                List.of(
                        Line.of("Definitions", comparison.definitions()),
                        Line.of("Mode", comparison.mode()),
                        Line.of(
                                "While moving",
                                Amounts.count(comparison.rows(), "row") + " in "
                                        + Amounts.count(comparison.chunks(), "chunk") + " found equal"),
                        Line.of("Left to the fence", String.join(", ", comparison.moving())),
                        Line.of("Inside the fence", EvidencePage.words(comparison.insideFence()))));
    }

    static EvidenceSection seals(Testimony testimony) {
        return new EvidenceSection(
                "seals",
                "Seals",
                List.of(
                        Line.of("Plan", "SHA-256 " + testimony.planDigest()),
                        Line.of(
                                "Ledger",
                                testimony.comparison().ledger().file() + ", "
                                        + Amounts.count(
                                                testimony.comparison().ledger().lines(), "line")
                                        + ", SHA-256 "
                                        + testimony.comparison().ledger().digest()),
                        Line.of(
                                "Journal",
                                testimony.journal().file() + ", "
                                        + Amounts.count(testimony.journal().lines(), "line") + ", SHA-256 "
                                        + testimony.journal().digest())));
    }

    static EvidenceSection pause(Testimony testimony) {
        return new EvidenceSection(
                "pause",
                "The pause",
                List.of(
                        Line.of("Predicted", Amounts.duration(testimony.pause().predicted())),
                        Line.of("Measured", Amounts.duration(testimony.pause().measured())),
                        Line.of(
                                "Seen by a client",
                                testimony.pause().seen().map(ClientWords::of).orElse("not looked at: no canary")),
                        Line.of(
                                "For the dump",
                                Amounts.duration(testimony.snapshot().locked()) + " without writes"),
                        Line.of("Approval", testimony.approval())));
    }

    static EvidenceSection times(Testimony testimony, ZoneId zone) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                .withZone(zone);
        List<Line> lines = new ArrayList<>();
        testimony
                .stages()
                .forEach(part -> lines.add(Line.of(
                        part.stage().name(),
                        part.duration().map(Amounts::duration).orElse("not known") + attempts(part.attempts()))));
        testimony
                .cutOver()
                .forEach(moment -> lines.add(Line.of(
                        moment.step().name(), day.format(moment.at()) + " " + EvidencePage.words(moment.details()))));
        return new EvidenceSection("times", "Times", lines);
    }

    private static String attempts(int attempts) {
        return attempts > 1 ? ", begun " + attempts + " times" : "";
    }
}
