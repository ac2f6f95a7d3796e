package io.flexmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Fingerprints;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.report.Narration;
import io.flexmigrate.testing.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The run that the README shows has the form that the program prints: its numbers may be those of any day. */
class ReadmeSampleTest {

    private static final Pattern LINE = Pattern.compile("\\d\\d:\\d\\d:\\d\\d ([A-Z_]+) (.+)");
    private static final Pattern STEP = Pattern.compile("([A-Z]+)(?:: (.*))?");
    private static final Set<CutOverStep> ENDS = EnumSet.of(CutOverStep.ABORTED, CutOverStep.UNCERTAIN);
    private static final BinlogCoordinates POSITION = new BinlogCoordinates("binlog.1", 4);
    private static final Duration SOME = Duration.ofMillis(5);

    private final List<String> lines = Document.readme().block("console").stream()
            .skip(1)
            .takeWhile(line -> !line.isEmpty())
            .toList();

    @Test
    void goesThroughAllStagesInOrder() {
        assertThat(lines).isNotEmpty().allMatch(line -> LINE.matcher(line).matches());
        assertThat(lines.stream()
                        .map(line -> StageName.valueOf(group(line, 1)))
                        .distinct()
                        .toList())
                .containsExactly(StageName.values());
        assertThat(lines.stream().map(line -> line.substring(0, 8)).toList()).isSorted();
    }

    @Test
    void saysOfEveryStageWhatTheProgramSays() {
        Narration narration = new Narration(ZoneOffset.UTC, Narration.Detail.NORMAL);

        assertThat(lines.stream().map(ReadmeSampleTest::shape))
                .containsAll(facts().map(fact -> narration.line(fact).orElseThrow())
                        .map(ReadmeSampleTest::shape)
                        .toList())
                .contains(
                        shape(narration
                                .line(observed(StageName.CATCH_UP, Observation.LAG))
                                .orElseThrow()),
                        shape(narration
                                .line(observed(StageName.CUT_OVER, Observation.PREDICTED_PAUSE))
                                .orElseThrow()));
    }

    @Test
    void reachesEveryStepOfTheCutOverWithTheDetailsThatTheStageWrites() throws IOException {
        String sources = cutOverSources();
        List<Matcher> steps = lines.stream()
                .filter(line -> group(line, 1).equals("CUT_OVER"))
                .map(line -> STEP.matcher(group(line, 2)))
                .filter(Matcher::matches)
                .toList();

        assertThat(steps.stream().map(step -> step.group(1)).toList())
                .containsExactlyElementsOf(Arrays.stream(CutOverStep.values())
                        .filter(step -> !ENDS.contains(step))
                        .map(Enum::name)
                        .toList());
        assertThat(steps.stream()
                        .filter(step -> step.group(2) != null)
                        .flatMap(step -> Arrays.stream(step.group(2).split(", ", -1)))
                        .map(detail -> detail.substring(0, detail.indexOf(' ')))
                        // because the journal itself adds to each whose group it is
                        .filter(key -> !key.equals(StageLog.GROUP)))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(sources).contains('"' + key + '"'));
    }

    private static Stream<Event> facts() {
        return Stream.of(
                        new Fact.Assessed("8", "8", "0.10.1", List.of(), List.of(), List.of(), Forecast.NONE),
                        new Fact.Prepared(Map.of()),
                        new Fact.Dumped(
                                "/dump",
                                POSITION,
                                new GtidSet(""),
                                SOME,
                                2_000,
                                List.of(),
                                List.of(),
                                Fingerprints.NONE),
                        new Fact.Loaded(Map.of(), List.of(), List.of()),
                        new Fact.AccountsReady(List.of("a@b"), Fingerprints.NONE),
                        new Fact.Linked(POSITION, Optional.empty()),
                        new Fact.CaughtUp(POSITION, SOME),
                        new Fact.Verified(List.of(), List.of()),
                        new Fact.CutOver(
                                List.of(new Fact.Move("shop", List.of(), POSITION, SOME, SOME, 0, Optional.empty()))),
                        new Fact.Finished(List.of(), List.of()))
                .map(fact -> new Event.Produced(producerOf(fact), Instant.EPOCH, fact));
    }

    private static StageName producerOf(Fact fact) {
        return Arrays.stream(StageName.values())
                .filter(stage -> stage.produces() == fact.getClass())
                .findFirst()
                .orElseThrow();
    }

    private static Event observed(StageName stage, Observation what) {
        return new Event.Observed(stage, Instant.EPOCH, what.what(), Map.of(what.key(), SOME.toString()));
    }

    /** The line without what differs from run to run. */
    private static String shape(String line) {
        return line.replaceAll("\\d[\\d.,:]*\\d|\\d", "#")
                .replaceAll("# (ms|s|min # s)\\b", "DURATION")
                .replaceAll("# [KMGT]B", "SIZE")
                .replaceAll("# (\\w+?)s?\\b", "# $1");
    }

    private static String group(String line, int number) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher.group(number);
    }

    private static String cutOverSources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/flexmigrate/stage/cutover"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.collect(Collectors.toList())) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
