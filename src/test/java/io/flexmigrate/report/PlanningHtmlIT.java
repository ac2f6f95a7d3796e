package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.testing.PlanningSamples;
import io.flexmigrate.testing.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** The HTML report in a real browser. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit and the method before all set the fields
class PlanningHtmlIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SHOWN = "return document.querySelectorAll('.item:not([hidden])').length";

    @TempDir
    private static Path directory;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        ReportFiles.html(PlanningSamples.rich(), directory.resolve("rich.html"));
        ReportFiles.html(PlanningSamples.ready(), directory.resolve("ready.html"));
        ReportFiles.html(PlanningSamples.unreachable(), directory.resolve("unreachable.html"));
        browser = Browser.start(directory.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @AfterEach
    void hasNothingToComplainOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rich, BLOCKED", "ready, READY", "unreachable, BLOCKED"})
    void showsTheVerdictAndLoadsNothing(String report, String verdict) {
        open(report);

        assertThat(browser.find("#verdict").getText()).isEqualTo(verdict);
        assertThat(browser.number("return performance.getEntriesByType('resource').length"))
                .isZero();
    }

    @Test
    void filtersBySeverity() {
        open("rich");
        assertThat(browser.number(SHOWN)).isEqualTo(36);

        browser.find(".filter.warning").click();

        assertThat(browser.number(SHOWN)).isEqualTo(5);
        assertThat(browser.find("[data-code=FM1043]").isDisplayed()).isFalse();
        assertThat(browser.find("[data-code=FM1042]").isDisplayed()).isTrue();
        assertThat(browser.find("#shown").getText()).isEqualTo("5 of 36 shown");

        browser.find(".filter.warning").click();

        assertThat(browser.number(SHOWN)).isEqualTo(36);
        assertThat(browser.find("[data-code=FM1043]").isDisplayed()).isTrue();
    }

    @Test
    void filtersByWordsAndUnfoldsWhatTheyAreIn() {
        open("rich");
        WebElement search = browser.find("#search");

        search.sendKeys("LOG_29 primary");

        assertThat(browser.number(SHOWN)).isEqualTo(1);
        assertThat(browser.find("[data-code=FM1043] .fold .item:not([hidden])").isDisplayed())
                .isTrue();

        search.sendKeys(" nowhere");

        assertThat(browser.number(SHOWN)).isZero();
        assertThat(browser.find("#none").isDisplayed()).isTrue();
    }

    @Test
    void copiesExactlyTheRemedy() {
        open("rich");
        browser.allowClipboard();

        press("[data-code=FM1086] [data-copy=remedy]");

        assertThat(browser.clipboard())
                .isEqualTo(
                        "Raise it before LOAD:\naz mysql flexible-server parameter set --resource-group <resource-group>"
                                + " --server-name <name> --name max_allowed_packet --value 1073741824");
    }

    @Test
    void copiesALineWithWhateverIsInItMadeVisible() {
        open("rich");
        browser.allowClipboard();

        press("[data-code=FM1042] .item:first-child [data-copy=line]");

        assertThat(browser.clipboard())
                .isEqualTo("ALTER TABLE `"
                        + Visible.line(PlanningSamples.HOSTILE).replace("`", "``") + "` ENGINE=InnoDB;");
    }

    @Test
    void copiesWhereTheBrowserKeepsTheClipboardToItself() {
        open("rich");
        browser.allowClipboard();
        browser.run("Clipboard.prototype.writeText = function () { return Promise.reject(new Error('no')); }");

        press("#unseen [data-copy=line]");

        assertThat(browser.clipboard()).isEqualTo("nc -vz db1.example.com 3306");
    }

    @Test
    void runsNothingThatANameSays() {
        open("rich");

        assertThat(browser.findAll("img, iframe, object, script[src], link, [onerror]"))
                .isEmpty();
        assertThat(browser.findAll("script")).hasSize(1);
        assertThat(browser.find("[data-code=FM1042] .subject").getText())
                .isEqualTo(Visible.line(PlanningSamples.HOSTILE));
    }

    @ParameterizedTest
    @CsvSource({"rich, 360, false", "rich, 360, true", "ready, 360, true", "unreachable, 360, false", "rich, 1200, true"
    })
    void isNeverWiderThanTheScreen(String report, int width, boolean dark) {
        browser.pretend(width, 740, dark);
        browser.open(directory.resolve(report + ".html"));
        browser.run("document.querySelectorAll('details').forEach(function (each) { each.open = true; })");

        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(dark ? "rgb(18, 22, 29)" : "rgb(246, 247, 249)");
    }

    @Test
    void opensAllStagesAtOnce() {
        open("rich");

        browser.find("#unfold").click();

        assertThat(browser.findAll("details.stage[open]")).hasSize(6);
    }

    @Test
    void staysUsableWithAHundredThousandFindings() throws IOException {
        PlanningReport huge = PlanningSamples.huge(100_000);
        browser.open(ReportFiles.html(huge, directory.resolve("huge.html")));

        assertThat(browser.findAll("[data-code=FM1043] .item")).hasSize(500);
        assertThat(browser.find("[data-code=FM1043] p.more").getText()).startsWith("99530 more");
    }

    private static void open(String report) {
        browser.pretend(1200, 900, false);
        browser.open(directory.resolve(report + ".html"));
    }

    private static void press(String selector) {
        WebElement button = browser.find(selector);
        // because the button says so for no longer than a moment
        browser.run(
                "var button = arguments[0]; new MutationObserver(function () { document.body.dataset.told ="
                        + " document.body.dataset.told || button.textContent; }).observe(button, { childList: true });",
                button);
        button.click();
        await().atMost(PATIENCE)
                .until(() -> browser.run("return document.body.dataset.told").equals("Copied"));
    }
}
