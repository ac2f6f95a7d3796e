package io.flexmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.plan.Approval;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.testing.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README and its companions say of the program is so; more of it is tested beside the commands and the checks. */
class ReadmeTest {

    private static final Path MAIN = Path.of("src/main/java/io/flexmigrate");
    private static final Pattern CHECK = Pattern.compile("(FM\\d{4})");
    private static final Pattern ROOM = Pattern.compile("(?:\n| · )`([a-z]+)` [a-z]");

    private final Document readme = Document.readme();

    @Test
    void listsTheStagesInOrderAndWhatTheyAreFor() {
        assertThat(readme.table("stage"))
                .containsExactlyElementsOf(Arrays.stream(StageName.values())
                        .map(stage -> List.of(stage.name(), stage.purpose()))
                        .toList());
    }

    @Test
    void listsTheRooms() {
        assertThat(Document.all(ROOM, readme.text().substring(readme.text().indexOf("\n## Development\n"))))
                .containsExactlyInAnyOrderElementsOf(rooms());
    }

    @Test
    void showsAPlanThatCanBeRead(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("plan.yaml"), readme.block("yaml"));

        Plan plan = new PlanReader().read(file).plan();

        assertThat(plan.cutover().wayBack()).isEqualTo(Plan.WayBack.NONE);
        assertThat(plan.cutover().approval()).isEqualTo(Approval.MANUAL);
    }

    @Test
    void namesDefaultsThatHold(@TempDir Path directory) throws IOException {
        Plan plan = new PlanReader()
                .read(Files.write(directory.resolve("plan.yaml"), readme.block("yaml")))
                .plan();

        assertThat(readme.text())
                .contains("`cutover.budget` (" + plan.cutover().budget().toSeconds() + " s ")
                .contains("`cutover.dead_man_after` ("
                        + plan.cutover().deadManAfter().toSeconds() + " s)")
                .contains("`catch_up.timeout` (" + plan.catchUp().timeout().toDays() + " d)");
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, 200",
        "src/site/markdown/lab.md, 120",
        "src/site/markdown/cut-over.md, 120",
        "src/site/markdown/link.md, 120",
        "src/site/markdown/verification.md, 120"
    })
    void isShort(String file, int lines) {
        assertThat(Document.read(file).text().lines()).hasSizeLessThanOrEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "src/site/markdown/lab.md",
                "src/site/markdown/cut-over.md",
                "src/site/markdown/verification.md"
            })
    void namesOnlyFilesThatAreThere(String file) {
        assertThat(Document.read(file).files())
                .isNotEmpty()
                .filteredOn(path -> !path.toString().contains("send-clients-to-target"))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/site/markdown/lab.md", "src/site/markdown/cut-over.md"})
    void namesOnlyChecksThatAreMade(String file) {
        String sources = sources();

        assertThat(Document.all(CHECK, Document.read(file).text()))
                .allSatisfy(code -> assertThat(sources).contains('"' + code + '"'));
    }

    @Test
    void namesEveryCheckForWhatThisVersionOrItsToolsCannotDo() {
        assertThat(Document.all(CHECK, limits())).hasSizeGreaterThan(5);
        assertThat(readme.text()).contains(Document.all(CHECK, limits()));
    }

    @Test
    void tellsEveryStepOfTheCutOverInOrder() {
        List<String> told = Document.read("src/site/markdown/cut-over.md").table("step").stream()
                .map(row -> row.get(0))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(Arrays.stream(CutOverStep.values())
                        .filter(step -> step.compareTo(CutOverStep.ABORTED) < 0)
                        .map(Enum::name)
                        .toList());
    }

    /** The checks whose findings come from a limit of this version or of the tools it drives. */
    private static String limits() {
        return Stream.of("FeaturesCheck", "GroupScopeCheck", "ServerKindCheck", "GapsCheck", "DumpDatabasesCheck")
                .map(check -> text(MAIN.resolve("stage/assess/" + check + ".java")))
                .collect(Collectors.joining());
    }

    private static List<String> rooms() {
        try (Stream<Path> directories = Files.list(MAIN)) {
            return directories.map(room -> room.getFileName().toString()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ReadmeTest::text)
                    .collect(Collectors.joining());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
