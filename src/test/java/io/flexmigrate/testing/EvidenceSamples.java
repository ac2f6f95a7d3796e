package io.flexmigrate.testing;

import io.flexmigrate.engine.ClosingWords;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.Seal;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Testimony;
import io.flexmigrate.engine.TestimonyReading;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sample runs can show. */
public final class EvidenceSamples {

    public static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry(ClosingWords.SOURCE_UUID, "3e11fa47-71ca-11e1-9e33-c80aa9429562"),
            Map.entry(ClosingWords.SOURCE_VERSION, "5.7.22-log"),
            Map.entry(ClosingWords.SOURCE_GTIDS, "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-500"),
            Map.entry(ClosingWords.SOURCE_CLOSED, "true"),
            Map.entry(ClosingWords.SCANNED_TO, "binlog.1000001:154"),
            Map.entry(ClosingWords.SCANNED_FILES, "binlog.1000000 binlog.1000001"),
            Map.entry(ClosingWords.CHANGES, "0"),
            Map.entry(ClosingWords.TARGET_UUID, "4f22ab58-71ca-11e1-9e33-c80aa9429562"),
            Map.entry(ClosingWords.TARGET_VERSION, "8.0.15-azure"),
            Map.entry(ClosingWords.TARGET_GTIDS, "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-500"),
            Map.entry(ClosingWords.TARGET_APPLIED, "binlog.1000000:5000000000"));

    /** Of a source that could not be reached at the end. */
    public static final Map<String, String> SILENT = Map.of(ClosingWords.TROUBLE, "<b>it is \u001b[31mgone</b>");

    private EvidenceSamples() {}

    /** What a run can show that ended with these words. */
    public static Testimony testimony(Map<String, String> words, Map<String, String> plan) {
        List<Event> events = events(words);
        RunLabel label = Samples.RUN;
        return new TestimonyReading(
                        Status.of(label, Progress.of(events), Samples.NOON, false),
                        events,
                        plan,
                        "ab".repeat(32),
                        lastOf(
                                proof(1, "EQUAL", 10),
                                proof(2, "DIFFERENT", 7),
                                proof(1, "EQUAL", 20),
                                proof(3, "EQUAL", 5)),
                        new Seal("verify/binlog.1000000-5000000000.jsonl", 4, "cd".repeat(32)),
                        new Seal("journal.jsonl", events.size(), "ef".repeat(32)),
                        List.of(2L))
                .at(Samples.NOON.plusSeconds(60));
    }

    private static List<ChunkProof> lastOf(ChunkProof... proofs) {
        ProvenChunks chunks = new ProvenChunks();
        List.of(proofs).forEach(chunks);
        return chunks.all();
    }

    private static List<Event> events(Map<String, String> words) {
        List<Event> events = new ArrayList<>();
        Samples.facts().forEach(fact -> {
            StageName stage = Samples.producerOf(fact);
            events.add(new Event.Started(stage, Samples.NOON));
            if (stage == StageName.CUT_OVER) {
                List.of(CutOverStep.READY, CutOverStep.FENCED, CutOverStep.VERIFIED, CutOverStep.OPEN, CutOverStep.DONE)
                        .forEach(step -> events.add(new Event.Reached(
                                stage,
                                Samples.NOON,
                                step.step(),
                                Map.of(
                                        "tables",
                                        "3",
                                        "changed_rows",
                                        "175",
                                        "read_whole",
                                        "1",
                                        "unproven",
                                        "shop.log"))));
            }
            if (stage == StageName.FINISH) {
                events.add(new Event.Observed(stage, Samples.NOON, ClosingWords.WHAT, words));
                events.add(new Event.Observed(stage, Samples.NOON, ClosingWords.WHAT, Map.of()));
            }
            events.add(new Event.Produced(stage, Samples.NOON, fact));
            events.add(new Event.Confirmed(stage, Samples.NOON.plusSeconds(2)));
        });
        return events;
    }

    private static ChunkProof proof(int after, String verdict, long rows) {
        TableChecksum checksum = new TableChecksum(rows, "1", "2");
        return new ChunkProof(
                new TableName("shop", "orders"),
                List.of("id"),
                new RowRange(Optional.of(new RowKey(List.of(Integer.toString(after)))), Optional.empty()),
                checksum,
                checksum,
                Optional.empty(),
                Optional.empty(),
                Samples.NOON,
                Duration.ofMillis(3),
                verdict);
    }
}
