package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command has a page worth reading, and what it shows can be typed. */
class HelpPagesTest {

    private static final int WIDTH = 80;

    /** A line of an example, with those that a backslash joins to it. */
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^  (migrate (?:[^\n\\\\]|\\\\\n)*)$");

    private static final Pattern FILE = Pattern.compile("(?:src/site|plans)/[\\w/.-]*\\w|README\\.md");

    /** A command line that is parsed and not run. */
    private static CommandLine line() {
        return Main.commandLine(
                new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), new Foreground());
    }

    static Stream<String> commands() {
        return line().getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .map(CommandLine::getCommandName);
    }

    private static String page(String... command) {
        return CommandLineRun.of(
                        Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new))
                .out();
    }

    private static String after(String heading, String page) {
        assertThat(page).contains("\n" + heading);
        return page.substring(page.indexOf("\n" + heading));
    }

    static Stream<String> examples() {
        return Stream.concat(commands().map(HelpPagesTest::page), Stream.of(page()))
                .flatMap(page -> EXAMPLE.matcher(after("Examples:\n", page)).results())
                .map(match -> match.group(1).replace("\\\n", " "))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysWhatItDoesHowItEndsAndWhereToReadOn(String command) {
        String page = page(command);

        assertThat(page)
                .contains("\nUsage: migrate " + command + " ")
                .containsSubsequence("\n\nExit codes:\n", "\n\nExamples:\n", "\n\nRead on: ");
        assertThat(page.lines()).allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(WIDTH));
        assertThat(EXAMPLE.matcher(page).results())
                .isNotEmpty()
                .allSatisfy(match -> assertThat(match.group(1) + " ").startsWith("migrate " + command + " "));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsOnlyExamplesThatCanBeTyped(String example) {
        List<String> words = ShellWords.of(example);

        assertThatCode(() -> line().parseArgs(words.subList(1, words.size()).toArray(String[]::new)))
                .as(example)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readsOnInFilesThatAreThere(String command) {
        assertThat(FILE.matcher(after("Read on: ", page(command))).results())
                .isNotEmpty()
                .extracting(MatchResult::group)
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    /** The list of all commands is for one look. */
    @Test
    void listsEachCommandInOneLine() {
        String list = page();

        assertThat(list.substring(list.indexOf("\nCommands:\n"), list.indexOf("\n\nExit codes:"))
                        .lines())
                .hasSize((int) commands().count() + 2);
        assertThat(list.lines()).allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(WIDTH));
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void aRunMayEndInEveryWay(ExitCode exit) {
        assertThat(page("run"))
                .containsPattern("(?m)^ +" + exit.code() + " +" + exit.meaning().substring(0, 5));
    }

    @Test
    void tellsWhatOneMeansWhereNoStageIsWalked() {
        assertThat(page("watch")).containsPattern("(?m)^ +1 +lagging, broken or out of reach");
        assertThat(page("status")).doesNotContainPattern("(?m)^ +[4-7] ");
    }
}
