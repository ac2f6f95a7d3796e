package io.flexmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Rule;
import io.flexmigrate.stage.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of all checks are complete, and there are no others. */
class CatalogueTest {

    /** FM3xxx are errors, which have a test of their own. */
    private static final Pattern LITERAL = Pattern.compile("\"(FM[0-24-9]\\d+)\\b");

    private static final Pattern RULE = Pattern.compile("\\bRule\\.(?:of|absolute)\\(\\s*\"(FM\\d{4})\"");

    static Collection<Rule> rules() {
        return Stages.catalogue().rules().values();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSaysWhatAndWhyAndWhere(Rule rule) {
        assertThat(rule.code()).matches("FM[12]\\d{3}");
        assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
        assertThat(rule.why()).isNotBlank().endsWith(".");
        assertThat(rule.manual()).matches("https://[a-z0-9.]+/\\S+");
    }

    @Test
    void everyCodeIsMadeIntoARuleOnceAndInTheCatalogue() throws IOException {
        Map<String, List<String>> places = places(RULE);

        assertThat(places.values()).allSatisfy(files -> assertThat(files).hasSize(1));
        assertThat(places.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(Rule::code).toList());
    }

    @Test
    void noSourceNamesACodeThatTheCatalogueLacks() throws IOException {
        assertThat(Stages.catalogue().rules().keySet())
                .containsAll(places(LITERAL).keySet());
    }

    @Test
    void theirPageSaysWhatTheySay() throws IOException {
        assertThat(Files.readString(ChecksDocument.FILE))
                .as("""
                        %s is made of the rules. Make it anew:
                        java -cp target/classes:target/test-classes io.flexmigrate.ChecksDocument""", ChecksDocument.FILE)
                .isEqualTo(ChecksDocument.text());
    }

    /** The files in which each code stands. */
    private static Map<String, List<String>> places(Pattern pattern) throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> places.computeIfAbsent(found.group(1), code -> new ArrayList<>())
                                .add(file.toString()));
            }
        }
        return places;
    }
}
