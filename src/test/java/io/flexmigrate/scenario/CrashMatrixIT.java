package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.StageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cells of the crash matrix: each harm once, and half of them in the cut-over; or with {@code -Dcrash.mode=all} all of them,
 * which takes hours and goes on where {@code crash.file} ends; or with {@code random} as many as fit into {@code crash.minutes}.
 */
class CrashMatrixIT {

    private static final String MODE = System.getProperty("crash.mode", "few");
    private static final int FEW_RUNS = 6;
    private static final int MOST_IN_ONE_RUN = 20;
    private static final int MOST_BY_CHANCE = 4;
    private static final long SEED = Long.getLong("crash.seed", 20261123);
    private static final Duration TIME = Duration.ofMinutes(Long.getLong("crash.minutes", 10));
    private static final Path RESULTS = Path.of(System.getProperty("crash.file", "target/crash-matrix.txt"));
    private static final List<Harm> HARMS = harms(System.getProperty("crash.harms", ""));

    private final Random random = new Random(SEED);

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> endsTheSame() throws IOException, InterruptedException {
        List<Moment> moments = Moment.all(HarmedRun.unharmed(Files.createDirectory(directory.resolve("unharmed"))));
        System.out.println("crash matrix: " + MODE + ", seed " + SEED + ", " + moments.size() + " moments");
        return runs(moments).map(run -> DynamicTest.dynamicTest(run.toString(), () -> run(run)));
    }

    private void run(HarmedRun run) throws IOException, InterruptedException {
        HarmedRun.Outcome outcome = outcome(run);
        if (MODE.equals("few")) {
            assertThat(outcome.came()).as("the moments that came of " + run).isNotEmpty();
        }
        List<CrashCell> told = run.cells().size() > 1 ? outcome.came() : run.cells();
        List<String> lines = told.stream()
                .map(cell -> cell + ": "
                        + (outcome.came().contains(cell)
                                ? "done after " + outcome.resumes() + " resumes of "
                                        + outcome.came().size() + " harms"
                                : "did not come"))
                .toList();
        Files.write(RESULTS, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A failure is told at once, as the end may be hours away. */
    private HarmedRun.Outcome outcome(HarmedRun run) throws IOException, InterruptedException {
        try {
            return run.run(Files.createTempDirectory(directory, "run-"));
        } catch (AssertionError | RuntimeException failure) {
            System.out.println("crash matrix: failed: " + run + "\n" + failure);
            throw failure;
        }
    }

    private Stream<HarmedRun> runs(List<Moment> moments) {
        return switch (MODE) {
            case "all" -> all(moments);
            case "random" -> byChance(moments);
            // because the same seed is to choose the same cells each time
            default -> few(moments.stream().filter(Moment::isCertain).toList());
        };
    }

    /** Many harms of a kind in each run, far from each other; then each alone whose moment did not come, or whose run failed. */
    private static Stream<HarmedRun> all(List<Moment> moments) {
        Stream<HarmedRun> together = HARMS.stream().flatMap(harm -> {
            List<CrashCell> cells = undone(moments, harm).toList();
            int runs = (cells.size() + MOST_IN_ONE_RUN - 1) / MOST_IN_ONE_RUN;
            return IntStream.range(0, runs)
                    .mapToObj(first -> new HarmedRun(IntStream.range(0, cells.size())
                            .filter(number -> number % runs == first)
                            .mapToObj(cells::get)
                            .toList()));
        });
        Stream<HarmedRun> alone =
                HARMS.stream().flatMap(harm -> undone(moments, harm)).map(cell -> new HarmedRun(List.of(cell)));
        return Stream.concat(together, alone);
    }

    private static Stream<CrashCell> undone(List<Moment> moments, Harm harm) {
        Set<String> done = done();
        return moments.stream()
                .filter(harm::makesSenseAt)
                .map(moment -> new CrashCell(moment, harm))
                .filter(cell -> !done.contains(cell.toString()));
    }

    private static Set<String> done() {
        try {
            return Files.exists(RESULTS)
                    ? Files.readAllLines(RESULTS).stream()
                            .map(line -> line.substring(0, line.indexOf(": ")))
                            .collect(Collectors.toSet())
                    : Set.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Stream<HarmedRun> byChance(List<Moment> moments) {
        Instant end = Instant.now().plus(TIME);
        return Stream.generate(() -> new HarmedRun(Stream.generate(() -> cell(any(HARMS), moments))
                        .limit(1 + random.nextInt(MOST_BY_CHANCE))
                        .toList()))
                .takeWhile(unused -> Instant.now().isBefore(end));
    }

    private Stream<HarmedRun> few(List<Moment> moments) {
        List<Harm> harms = new ArrayList<>(HARMS);
        Collections.shuffle(harms, random);
        List<Moment> ofCutOver = moments.stream()
                .filter(moment -> moment.stage() == StageName.CUT_OVER)
                .toList();
        List<CrashCell> cells = IntStream.range(0, harms.size())
                .mapToObj(number -> {
                    Harm harm = harms.get(number);
                    boolean inCutOver = number % 2 == 0 && ofCutOver.stream().anyMatch(harm::makesSenseAt);
                    return cell(harm, inCutOver ? ofCutOver : moments);
                })
                .sorted(Comparator.comparing(cell -> moments.indexOf(cell.moment())))
                .toList();
        return IntStream.range(0, FEW_RUNS)
                .mapToObj(first -> new HarmedRun(IntStream.range(0, cells.size())
                        .filter(number -> number % FEW_RUNS == first)
                        .mapToObj(cells::get)
                        .toList()));
    }

    private CrashCell cell(Harm harm, List<Moment> moments) {
        return new CrashCell(any(moments.stream().filter(harm::makesSenseAt).toList()), harm);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Those of these names, with commas between; all where there is none. */
    private static List<Harm> harms(String names) {
        return names.isEmpty()
                ? List.of(Harm.values())
                : Arrays.stream(names.split(",", -1)).map(Harm::valueOf).toList();
    }
}
