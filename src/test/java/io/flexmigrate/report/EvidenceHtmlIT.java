package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Testimony;
import io.flexmigrate.testing.EvidenceSamples;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evidence page in a real browser. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit and the method before all set the fields
class EvidenceHtmlIT {

    @TempDir
    private static Path directory;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        write("spoken", EvidenceSamples.testimony(EvidenceSamples.SPOKEN, Map.of("source.host", "db1.example.com")));
        write("silent", EvidenceSamples.testimony(EvidenceSamples.SILENT, Map.of()));
        browser = Browser.start(directory.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"spoken, FINISHED", "silent, 'FINISHED, BUT'"})
    void showsTheVerdictAndLoadsNothing(String page, String verdict) {
        browser.open(directory.resolve(page + ".html"));

        assertThat(browser.find("#verdict").getText()).isEqualTo(verdict);
        assertThat(browser.number("return performance.getEntriesByType('resource').length"))
                .isZero();
        assertThat(browser.findAll("script, img, iframe, link, [onerror]")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsHostileTextsAsTheyAre() {
        browser.open(directory.resolve("silent.html"));

        assertThat(browser.find("#limits").getText()).contains("<b>it is \\u001b[31mgone</b>");
    }

    @ParameterizedTest
    @CsvSource({"spoken, 360, false", "silent, 360, true", "spoken, 1200, false"})
    void isNeverWiderThanTheScreen(String page, int width, boolean dark) {
        browser.pretend(width, 740, dark);
        browser.open(directory.resolve(page + ".html"));

        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    private static void write(String name, Testimony testimony) throws IOException {
        try (Writer writer = Files.newBufferedWriter(directory.resolve(name + ".html"))) {
            new EvidenceHtml(ZoneId.of("UTC")).write(testimony, writer);
        }
    }
}
