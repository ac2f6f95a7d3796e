package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @Test
    void saysItsVersion() {
        CommandLineRun run = CommandLineRun.of("--version");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("migrate ").hasLineCount(1);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void listsEveryExitCodeInItsHelp(ExitCode exit) {
        CommandLineRun run = CommandLineRun.of("--help");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("(?m)^ +" + exit.code() + " +" + exit.meaning().substring(0, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "run", "resume", "status", "cutover"})
    void explainsEveryVerb(String verb) {
        CommandLineRun run = CommandLineRun.of(verb, "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Usage: migrate " + verb)
                .contains("PLAN")
                .contains("--work-dir");
        assertThat(CommandLineRun.of("--help").out()).contains("\n  " + verb + " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                            | Missing required subcommand
            statu plan.yaml               | Did you mean: migrate status
            run                           | Missing required parameter: 'PLAN'
            run a.yaml b.yaml             | Unmatched argument at index 2: 'b.yaml'
            run --dryrun a.yaml           | Unknown option: '--dryrun'
            resume --dry-run a.yaml       | Unknown option: '--dry-run'
            status --format xml a.yaml    | expected one of [TEXT, JSON]
            run --log-format xml a.yaml   | expected one of [TEXT, JSON]
            run --accept FM10=x a.yaml    | Invalid value for option '--accept' (CODE=REASON): 'FM10=x' must be a code and a reason
            plan --accept FM1043 a.yaml   | must be a code and a reason, such as FM1043=small
            resume --accept FM1043= a.yaml | must be a code and a reason
            cutover --accept =x a.yaml    | must be a code and a reason
            status --accept FM1043=x a.yaml | Unknown options: '--accept'
            run --work-dir                | Missing required parameter for option '--work-dir'
            """)
    void explainsAWrongCommandLine(String arguments, String expected) {
        CommandLineRun run = CommandLineRun.of(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains(expected).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "run", "resume", "status", "cutover"})
    void refusesAPlanThatIsNotThere(String verb) {
        CommandLineRun run = CommandLineRun.of(verb, "no/plan.yaml");

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_PLAN.code());
        assertThat(run.err()).isEqualTo("no/plan.yaml: cannot be read: there is no such file" + System.lineSeparator());
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysItsLastWordsToProgramsWhereTheyAreToRead() {
        CommandLineRun run = CommandLineRun.of("run", "--log-format", "json", "no/plan.yaml");

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_PLAN.code());
        assertThat(run.err().strip())
                .startsWith("{\"time\":\"")
                .endsWith(
                        "\",\"level\":\"ERROR\",\"what\":\"end\",\"message\":\"no/plan.yaml: cannot be read: there is no"
                                + " such file\",\"details\":{\"exit\":\"3\"}}");
    }

    @Test
    void saysEverythingThatIsWrongWithAPlan(@TempDir Path directory) throws IOException {
        Path plan = Files.writeString(directory.resolve("plan.yaml"), "version: 2\nname: a b\n");
        CommandLineRun run = CommandLineRun.of("run", plan.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.INVALID_PLAN.code());
        assertThat(run.err().lines()).hasSize(4).allMatch(line -> line.startsWith(plan + ":"));
        assertThat(directory).isDirectoryNotContaining("glob:**migrate-*");
    }
}
