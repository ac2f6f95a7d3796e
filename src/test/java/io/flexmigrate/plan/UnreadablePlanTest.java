package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadablePlanTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> new PlanReader().read(Path.of("no", "plan.yaml")))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage("no/plan.yaml: cannot be read: there is no such file");
    }

    @Test
    void saysThatADirectoryIsNoPlan() {
        assertThatThrownBy(() -> new PlanReader().read(directory))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage(directory + ": cannot be read: Is a directory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | plan.yaml: is empty
            '# nothing\\n'            | plan.yaml: is empty
            'shop'                    | plan.yaml:1:1 must be a mapping (lines of 'key: value'), is a single value
            '- shop'                  | plan.yaml:1:1 must be a mapping (lines of 'key: value'), is a list
            'version: 1\\n---\\na: b' | plan.yaml:3:1 must hold one YAML document, a second one begins here
            'a: [1'                   | plan.yaml:1:6 is not valid YAML: expected ',' or ']', but got <stream end> while parsing a flow sequence
            'a: 1\\n\\tb: 2'          | plan.yaml:2:1 is not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation) while scanning for the next token
            'a: *b'                   | plan.yaml:1:4 is not valid YAML: found undefined alias
            'a: b\\0'                 | plan.yaml:1:5 must not contain the control character U+0000
            """)
    void saysWhereTheYamlBreaks(String text, String expected) {
        String file = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0");

        assertThat(new Plans(directory).refusal(file)).isEqualTo(expected);
    }

    @Test
    void saysWhereAFileIsNotUtf8() {
        byte[] latin1 = "version: 1\nname: käse\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(new Plans(directory).refusal(latin1))
                .isEqualTo("plan.yaml:2:8 must be UTF-8, has a byte here that is not");
    }

    @Test
    void readsAFileWithAByteOrderMark() {
        assertThat(new Plans(directory).read("\uFEFF" + Plans.MINIMAL).plan().name())
                .isEqualTo("shop");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(new Plans(directory).refusal("#".repeat(1 << 20) + "\n"))
                .isEqualTo("plan.yaml: is larger than 1 MiB and cannot be a plan");
    }

    @Test
    void refusesAnAliasBombAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 30; level++) {
            bomb.append(
                    "a%d: &a%d [%s*a%d]\n".formatted(level, level, ("*a" + (level - 1) + ", ").repeat(8), level - 1));
        }

        String refusal = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> new Plans(directory).refusal(bomb.toString()));
        assertThat(refusal)
                .isEqualTo("plan.yaml: is not usable YAML: Number of aliases for non-scalar nodes exceeds the specified"
                        + " max=50");
    }

    @Test
    void refusesDeepNestingAtOnce() {
        assertThat(new Plans(directory).refusal("a: " + "[".repeat(100_000)))
                .isEqualTo("plan.yaml: is not usable YAML: Nesting Depth exceeded max 50");
    }

    @Test
    void refusesAPlanThatContainsItself() {
        assertThat(new Plans(directory).refusal("&a\nversion: *a\nsource: *a\nscope: { databases: &d [*d] }\n"))
                .contains("plan.yaml:1:1 version: must be 1, the version this program reads, is a mapping")
                .contains("scope.databases[0]: must be the name of a database");
    }
}
