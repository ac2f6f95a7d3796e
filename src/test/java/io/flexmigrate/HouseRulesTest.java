package io.flexmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the text of the sources, which their classes do not show. */
class HouseRulesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final int LONGEST_MAIN = 300;
    private static final int LONGEST_TEST = 400;

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:(?:abstract|final|sealed|non-sealed|static) )*(?:class|interface|@interface|record|enum) ",
            Pattern.MULTILINE);
    private static final Pattern DOCUMENTED = Pattern.compile("\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*$");
    private static final Pattern OPEN_ENDED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?! #\\d+)");

    @Test
    void seesTheSources() {
        assertThat(sources(MAIN)).hasSizeGreaterThan(50);
        assertThat(sources(TESTS)).hasSizeGreaterThan(10);
    }

    @Test
    void noSourceIsTooLong() {
        assertThat(sources(MAIN)).allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(LONGEST_MAIN));
        assertThat(sources(TESTS)).allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(LONGEST_TEST));
    }

    @Test
    void everyPackageSaysWhatItIsForAndKnowsNoNull() {
        assertThat(sources(MAIN).stream().map(Path::getParent).distinct()).allSatisfy(directory -> {
            Path info = directory.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(text(info)).startsWith("/**").contains("@NullMarked\npackage ");
        });
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertThat(sources(MAIN)).allSatisfy(file -> {
            String text = text(file);
            Matcher matcher = PUBLIC_TYPE.matcher(text);
            while (matcher.find()) {
                assertThat(DOCUMENTED
                                .matcher(text.substring(0, matcher.start()))
                                .find())
                        .as("Javadoc of %s", file)
                        .isTrue();
            }
        });
    }

    @Test
    void nothingIsLeftForLaterWithoutAnIssue() {
        assertThat(sources(MAIN)).allSatisfy(file -> assertThat(text(file)).doesNotContainPattern(OPEN_ENDED));
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
