package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.RunHeldException;
import io.flexmigrate.engine.Runner;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.testing.Document;
import io.flexmigrate.testing.FakeGuard;
import io.flexmigrate.testing.FakeStage;
import io.flexmigrate.testing.FakeWorld;
import io.flexmigrate.testing.MemoryJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors are complete, told apart, and told on their page as the program tells them. */
class ErrorCodeTest {

    private static final Pattern CODE = Pattern.compile("(FM3\\d{3})");

    @ParameterizedTest
    @EnumSource
    void everyErrorSaysWhatHappenedWhatItMeansAndWhatToDo(ErrorCode error) {
        assertThat(error.code()).matches("FM3\\d{3}");
        assertThat(error.title()).isNotBlank().doesNotEndWith(".");
        assertThat(error.meaning()).isNotBlank().endsWith(".");
        assertThat(error.remedy()).isNotBlank().endsWith(".");
        assertThat(error.exit()).isNotIn(ExitCode.DONE, ExitCode.USAGE, ExitCode.INTERRUPTED);
    }

    @Test
    void noTwoHaveOneCodeAndEveryExitCodeOfAnErrorIsUsed() {
        Set<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());

        assertThat(codes).hasSize(ErrorCode.values().length);
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::exit).distinct())
                .containsExactlyInAnyOrder(
                        ExitCode.FAILED,
                        ExitCode.INVALID_PLAN,
                        ExitCode.BLOCKED,
                        ExitCode.DIFFERENT,
                        ExitCode.UNCERTAIN,
                        ExitCode.ABORTED,
                        ExitCode.BUG);
    }

    @Test
    void theirPageSaysWhatTheySay() throws IOException {
        assertThat(Files.readString(ErrorsDocument.FILE))
                .as("""
                        %s is made of the codes. Make it anew:
                        java -cp target/classes:target/test-classes io.flexmigrate.cli.ErrorsDocument""", ErrorsDocument.FILE)
                .isEqualTo(ErrorsDocument.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/site/markdown", "README.md"})
    void nothingNamesAnErrorThatThereIsNot(String place) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(place))) {
            String everything =
                    files.filter(Files::isRegularFile).map(ErrorCodeTest::text).collect(Collectors.joining());

            assertThat(Document.all(CODE, everything)).isNotEmpty();
            assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code))
                    .containsAll(Document.all(CODE, everything));
        }
    }

    private static String text(Path file) {
        return Document.read(file.toString()).text();
    }

    @ParameterizedTest
    @EnumSource
    void aStageThatFailsIsToldByItsName(StageName stage) {
        StageFailedException failure = new StageFailedException("it broke", "mend it");
        List<FakeStage> stages = FakeStage.all(new FakeWorld());
        stages.stream().filter(fake -> fake.name() == stage).forEach(fake -> fake.failOnce(failure));
        Runner runner = new Runner(
                List.copyOf(stages), new MemoryJournal(), InstantSource.system(), new FakeGuard(() -> false));

        assertThatThrownBy(() -> runner.run(Set.of())).isSameAs(failure);
        assertThat(ErrorCodes.of(failure).orElseThrow().title()).startsWith(stage + " failed");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WORK")
    void otherKindsAreToldWhateverTheStage(FailureKind kind) {
        ErrorCode error = ErrorCodes.of(new StageFailedException(kind, "it broke", "mend it"))
                .orElseThrow();

        assertThat(error.name()).isEqualTo(kind.name());
    }

    @Test
    void aRunThatIsHeldIsNoBrokenJournal() {
        assertThat(ErrorCodes.of(new RunHeldException("held"))).contains(ErrorCode.LOCK);
        assertThat(ErrorCodes.of(new JournalException("broken"))).contains(ErrorCode.JOURNAL);
    }

    @Test
    void explainsErrorsAndFindings() {
        assertThat(CommandLineRun.of("explain", "fm3015").out())
                .startsWith("FM3015: A server refused something")
                .contains("To do: See that it runs", "Exit code 1: a stage failed");
        assertThat(CommandLineRun.of("explain", "FM1042").out())
                .startsWith("FM1042 must hold: ")
                .contains("https://");
        CommandLineRun unknown = CommandLineRun.of("explain", "FM9999");
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(unknown.err()).contains("There is no code 'FM9999'");
    }
}
