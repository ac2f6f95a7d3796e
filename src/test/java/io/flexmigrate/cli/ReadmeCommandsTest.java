package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.testing.Document;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command lines, the help and the exit codes that the README shows are the program's. */
class ReadmeCommandsTest {

    private static final Document README = Document.readme();
    private static final Pattern COMMAND_LINE = Pattern.compile("(?m)^(?:    |\\$ scripts/)(migrate [^#\n]*)");

    @Test
    void showsTheHelpAsItIsPrinted() {
        List<String> help = CommandLineRun.of("--help").out().lines().toList();

        assertThat(README.block("text")).containsExactlyElementsOf(help.subList(0, help.indexOf("Exit codes:") - 1));
    }

    @Test
    void listsTheExitCodes() {
        assertThat(README.table("exit code"))
                .containsExactlyElementsOf(Arrays.stream(ExitCode.values())
                        .map(exit -> List.of(Integer.toString(exit.code()), exit.meaning()))
                        .toList());
    }

    static List<String> commandLines() {
        Stream<Document> documents = Stream.of(
                README, Document.read("src/site/markdown/lab.md"), Document.read("src/site/markdown/cut-over.md"));
        return documents
                .flatMap(document -> Stream.concat(
                        Document.all(COMMAND_LINE, document.text()).stream(),
                        document.code().stream().filter(code -> code.startsWith("migrate "))))
                .map(String::strip)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void showsOnlyCommandsAndOptionsThatThereAre(String commandLine) {
        List<String> words = List.of(commandLine.split(" ", -1));

        CommandLineRun help = CommandLineRun.of(words.get(1), "--help");

        assertThat(help.exit()).isZero();
        assertThat(words)
                .filteredOn(word -> word.startsWith("--"))
                .allSatisfy(option -> assertThat(help.out()).contains(option));
    }

    @Test
    void showsTheTwoCommandsFirst() {
        assertThat(commandLines()).startsWith("migrate plan plan.yaml", "migrate run plan.yaml");
    }
}
