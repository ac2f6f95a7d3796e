package io.flexmigrate.engine;

import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads from a finished run what it can show.
 *
 * @param plan the fields of its plan by their dotted paths
 * @param planDigest over them
 * @param wayBackServers server ids in whose name the source may write
 * @param proofs the last of each chunk in the ledger
 */
public record TestimonyReading(
        Status status,
        List<Event> events,
        Map<String, String> plan,
        String planDigest,
        List<ChunkProof> proofs,
        Seal ledger,
        Seal journal,
        List<Long> wayBackServers) {

    public TestimonyReading {
        events = List.copyOf(events);
        plan = Map.copyOf(plan);
        proofs = List.copyOf(proofs);
        wayBackServers = List.copyOf(wayBackServers);
    }

    /**
     * Reads it.
     *
     * @param made when
     */
    public Testimony at(Instant made) {
        Facts facts = Progress.of(events).facts();
        ClosingWords words = ClosingWords.in(events).orElseGet(() -> new ClosingWords(Map.of()));
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        Fact.Dumped dumped = facts.get(Fact.Dumped.class);
        Fact.CutOver cutOver = facts.get(Fact.CutOver.class);
        Fact.Move longest = cutOver.longest().orElseThrow();
        return new Testimony(
                Testimony.FORMAT,
                Testimony.VERSION,
                status.run().plan(),
                planDigest,
                status.run().run(),
                status.run().program(),
                status.run().started(),
                made,
                side("source", words.text(ClosingWords.SOURCE_UUID), assessed.sourceVersion()),
                side("target", words.text(ClosingWords.TARGET_UUID), assessed.targetVersion()),
                new Testimony.Snapshot(dumped.coordinates(), dumped.gtidSet().text(), dumped.locked()),
                facts.get(Fact.Linked.class).start(),
                new Testimony.Fence(
                        cutOver.lastFence().orElseThrow(),
                        words.text(ClosingWords.SOURCE_GTIDS),
                        words.text(ClosingWords.TARGET_APPLIED),
                        words.text(ClosingWords.TARGET_GTIDS)),
                cutOver.moves().stream()
                        .map(move -> MovedReading.moved(move, events))
                        .toList(),
                wayBackServers,
                afterFence(words),
                comparison(facts.get(Fact.Verified.class)),
                journal,
                new Testimony.Pause(longest.predicted(), longest.pause(), longest.seen()),
                approval(),
                accepted(assessed),
                stages(),
                moments(),
                warnings(facts),
                new Unproven(this, words).all());
    }

    private Testimony.Side side(String role, String uuid, String version) {
        return new Testimony.Side(
                plan.getOrDefault(role + ".host", ""),
                Integer.parseInt(plan.getOrDefault(role + ".port", "3306")),
                uuid,
                version);
    }

    private static Testimony.AfterFence afterFence(ClosingWords words) {
        List<String> files = Arrays.stream(
                        words.text(ClosingWords.SCANNED_FILES).split(" "))
                .filter(file -> !file.isEmpty())
                .toList();
        return new Testimony.AfterFence(
                !files.isEmpty(),
                words.text(ClosingWords.SCANNED_TO),
                files,
                files.isEmpty() ? 0 : Integer.parseInt(words.text(ClosingWords.CHANGES)),
                Boolean.parseBoolean(words.text(ClosingWords.SOURCE_CLOSED)),
                files.isEmpty() ? "not read: " + words.text(ClosingWords.TROUBLE) : "");
    }

    private Testimony.Comparison comparison(Fact.Verified verified) {
        List<ChunkProof> equal =
                proofs.stream().filter(proof -> proof.verdict().equals("EQUAL")).toList();
        return new Testimony.Comparison(
                plan.getOrDefault("verify.mode", "full"),
                ledger,
                equal.size(),
                equal.stream().mapToLong(proof -> proof.source().rows()).sum(),
                verified.moving(),
                "equal on both servers while replication ran, before the cut-over",
                insideFence());
    }

    /** What the run says of the last comparison inside the fence. */
    Map<String, String> insideFence() {
        return moments().stream()
                .filter(moment -> moment.step() == CutOverStep.VERIFIED)
                .reduce((earlier, later) -> later)
                .map(Testimony.Moment::details)
                .orElse(Map.of());
    }

    /** The plan's word, and who gave his where the plan asks for it. */
    private String approval() {
        List<String> persons = events.stream()
                .filter(event -> Observation.APPROVED.text(event).isPresent())
                .map(event -> ((Event.Observed) event).values().getOrDefault("by", "somebody") + " at " + event.at())
                .toList();
        String word = plan.getOrDefault("cutover.approval", "manual");
        return persons.isEmpty() ? word : word + ", by " + String.join(", ", persons);
    }

    private static List<Testimony.Accepted> accepted(Fact.Assessed assessed) {
        return assessed.findings().stream()
                .filter(finding -> finding.accepted().isPresent())
                .map(finding -> new Testimony.Accepted(
                        finding.code(), finding.subject(), finding.accepted().orElse("")))
                .toList();
    }

    private List<Testimony.Part> stages() {
        return status.stages().stream()
                .map(stage -> new Testimony.Part(stage.stage(), stage.attempts(), stage.duration()))
                .toList();
    }

    private List<Testimony.Moment> moments() {
        return status.cutOver().stream()
                .map(step -> new Testimony.Moment(step.step(), step.at(), step.details()))
                .toList();
    }

    private List<String> warnings(Facts facts) {
        List<String> warnings = new ArrayList<>(
                status.warnings().stream().map(Status.Notice::message).toList());
        facts.find(Fact.Finished.class).ifPresent(finished -> warnings.addAll(finished.notes()));
        return warnings;
    }
}
