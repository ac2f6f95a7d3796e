package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.JournalHeader;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages a journal by chance, with a fixed seed: it is refused with words, unless nothing but its end is lost. */
class JournalMutationTest {

    private static final int ROUNDS = 6_000;
    private static final int COMMANDS = 100;
    private static final List<Integer> EXITS = List.of(ExitCode.DONE.code(), ExitCode.FAILED.code());

    @TempDir
    private Path directory;

    private final Random random = new Random(20_261_123);

    @Test
    void isNeverReadOtherwiseThanItWasWritten() throws IOException {
        byte[] whole = journal(plan());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damaged(whole);
            Files.write(run().journal(), damaged);
            try {
                FileJournal.read(run());
                assertThat(startsWith(whole, damaged))
                        .as(() -> new String(damaged, StandardCharsets.UTF_8))
                        .isTrue();
            } catch (JournalException refusal) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void isRefusedWithWords() throws IOException {
        Path plan = plan();
        byte[] whole = journal(plan);
        for (int round = 0; round < COMMANDS; round++) {
            Files.write(run().journal(), damaged(whole));

            CommandLineRun status = CommandLineRun.of(
                    "status", plan.toString(), "--work-dir", run().root().toString());

            assertThat(status.exit()).as(status.err()).isIn(EXITS);
            if (status.exit() != 0) {
                assertThat(status.err()).contains("journal").doesNotContain("\tat ", "A bug");
            }
        }
    }

    private Path plan() throws IOException {
        return Files.copy(Path.of("plans", "flexible-server.yaml"), directory.resolve("plan.yaml"));
    }

    /** Whether the complete lines of the one are the first of the other; what follows them is torn. */
    private static boolean startsWith(byte[] whole, byte[] damaged) {
        int end = damaged.length;
        while (end > 0 && damaged[end - 1] != '\n') {
            end--;
        }
        return Arrays.equals(whole, 0, Math.min(end, whole.length), damaged, 0, end);
    }

    private RunDirectory run() {
        return new RunDirectory(directory.resolve("work"));
    }

    private byte[] journal(Path plan) throws IOException {
        JournalHeader header = JournalHeader.of(
                "0.1.0", "run-1", Samples.NOON, new PlanReader().read(plan).fields());
        try (FileJournal journal = FileJournal.create(run(), header)) {
            Samples.events().forEach(journal::append);
            for (CutOverStep step : CutOverStep.values()) {
                journal.append(new Event.Reached(
                        StageName.CUT_OVER, Samples.NOON, step.step(), Map.of("group", "shop", "crossing", "2")));
            }
        }
        return Files.readAllBytes(run().journal());
    }

    private byte[] damaged(byte[] whole) {
        byte[] damaged = whole.clone();
        for (int times = random.nextInt(3); times >= 0 && damaged.length > 0; times--) {
            damaged = switch (random.nextInt(5)) {
                case 0 -> flipped(damaged);
                case 1 -> Arrays.copyOf(damaged, random.nextInt(damaged.length) + 1);
                case 2 -> lines(damaged, lines -> Collections.swap(lines, any(lines), any(lines)));
                case 3 -> lines(damaged, lines -> lines.remove(any(lines)));
                default -> grown(damaged);
            };
        }
        return damaged;
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return flipped;
    }

    /** A digit becomes a huge number. */
    private byte[] grown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = random.nextInt(text.length());
        String grown = text.substring(0, at) + text.substring(at).replaceFirst("\\d", "9".repeat(400));
        return grown.getBytes(StandardCharsets.ISO_8859_1);
    }

    private interface Change {
        void in(List<String> lines);
    }

    private static byte[] lines(byte[] bytes, Change change) {
        List<String> lines =
                new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)));
        change.in(lines);
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private int any(List<String> lines) {
        return random.nextInt(lines.size());
    }
}
