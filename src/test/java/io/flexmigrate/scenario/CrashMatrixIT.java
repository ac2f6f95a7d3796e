package io.flexmigrate.scenario;

import io.flexmigrate.engine.StageName;
import io.flexmigrate.scenario.CrashCell.Blow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
 * Cells of the crash matrix: a few, of different harms and half of them in the cut-over, or with {@code -Dcrash.mode=all} all of them, which takes hours and goes
 * on where {@code crash.file} ends, or with {@code random} as many as fit into {@code crash.minutes}, of several blows each.
 */
class CrashMatrixIT {

    private static final String MODE = System.getProperty("crash.mode", "few");
    private static final int FEW = 8;
    private static final int MOST_BLOWS = 3;
    private static final long SEED = Long.getLong("crash.seed", 20261123);
    private static final Duration TIME = Duration.ofMinutes(Long.getLong("crash.minutes", 10));
    private static final Path RESULTS = Path.of(System.getProperty("crash.file", "target/crash-matrix.txt"));

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> endsTheSame() throws IOException, InterruptedException {
        List<Moment> moments = Moment.all(CrashCell.unharmed(Files.createDirectory(directory.resolve("unharmed"))));
        System.out.println("crash matrix: " + MODE + ", seed " + SEED + ", " + moments.size() + " moments");
        Set<String> done = Files.exists(RESULTS) && MODE.equals("all")
                ? Files.readAllLines(RESULTS).stream()
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .collect(Collectors.toSet())
                : Set.of();
        return cells(moments)
                .filter(cell -> !done.contains(cell.toString()))
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> run(cell)));
    }

    private void run(CrashCell cell) throws IOException, InterruptedException {
        String came = cell.run(Files.createTempDirectory(directory, "cell-"));
        Files.writeString(RESULTS, cell + ": " + came + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Stream<CrashCell> cells(List<Moment> moments) {
        Random random = new Random(SEED);
        if (MODE.equals("all")) {
            return moments.stream()
                    .flatMap(moment -> Stream.of(Harm.values())
                            .filter(harm -> harm.makesSenseAt(moment))
                            .map(harm -> new CrashCell(List.of(new Blow(moment, harm)))));
        }
        List<Harm> harms = new ArrayList<>(List.of(Harm.values()));
        Collections.shuffle(harms, random);
        if (MODE.equals("random")) {
            Instant end = Instant.now().plus(TIME);
            return Stream.generate(() -> new CrashCell(Stream.generate(() -> blow(any(harms, random), moments, random))
                            .limit(1 + random.nextInt(MOST_BLOWS))
                            .toList()))
                    .takeWhile(unused -> Instant.now().isBefore(end));
        }
        List<Moment> ofCutOver = moments.stream()
                .filter(moment -> moment.stage() == StageName.CUT_OVER)
                .toList();
        return IntStream.range(0, FEW).mapToObj(number -> {
            Harm harm = harms.get(number);
            boolean isPossible = number % 2 == 0 && ofCutOver.stream().anyMatch(harm::makesSenseAt);
            return new CrashCell(List.of(blow(harm, isPossible ? ofCutOver : moments, random)));
        });
    }

    private static Blow blow(Harm harm, List<Moment> moments, Random random) {
        return new Blow(any(moments.stream().filter(harm::makesSenseAt).toList(), random), harm);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
