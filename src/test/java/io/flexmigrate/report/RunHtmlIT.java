package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.testing.RunSamples;
import io.flexmigrate.web.ListenAddress;
import io.flexmigrate.web.Listener;
import io.flexmigrate.web.Shown;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a run in a real browser: as a file, and as it follows the run. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit and the method before all set the fields
class RunHtmlIT {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final RunHtml HTML = new RunHtml(ZoneId.of("UTC"), Catalogue.of(List.of()));

    @TempDir
    private static Path directory;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        write("loading", RunSamples.chronicle(RunSamples.loading(), true));
        write("moved", RunSamples.chronicle(RunSamples.moved(), false));
        browser = Browser.start(directory.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"loading, RUNNING, running", "moved, FINISHED, done"})
    void showsHowTheRunStandsAndLoadsNothing(String page, String outlook, String load) {
        browser.open(directory.resolve(page + ".html"));

        assertThat(browser.find("#verdict").getText()).isEqualTo(outlook);
        assertThat(browser.findAll(".stages li")).hasSize(10);
        assertThat(browser.find(".stages li:nth-child(4) .word").getText()).isEqualTo(load);
        assertThat(browser.number("return performance.getEntriesByType('resource').length"))
                .isZero();
        assertThat(browser.findAll("img, iframe, link, [onerror]")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsHostileTextsAsTheyAre() {
        browser.open(directory.resolve("moved.html"));

        assertThat(browser.find("#notices").getText())
                .contains("<img src=x onerror=alert(1)> & \"quoted\" \\u001b[31mred");
        assertThat(browser.find("#findings").getText()).contains("<img src=x");
    }

    @Test
    void showsWhatThePauseWasSpentOn() {
        browser.open(directory.resolve("moved.html"));

        assertThat(browser.find("#groups .pause h3").getText()).isEqualTo("shop: DONE, pause 100 ms, predicted 71 ms");
        assertThat(browser.find("#groups .rehearsed").getText())
                .isEqualTo("Rehearsals: 5, longest 41 ms, median 30 ms, closing 10 ms, flip 20 ms");
        assertThat(browser.find("#groups .pieces").getText().lines())
                .containsExactly(
                        "lock 5 ms", "drain 15 ms", "compare 30 ms", "close 10 ms", "write OPEN 4 ms", "flip 36 ms");
        assertThat(browser.find("#lag-curve").getAttribute("aria-label")).contains("most 25.0 s", "last 0.0 ms");
    }

    @Test
    void drawsWhatWasForeseenBesideWhatCame() {
        browser.open(directory.resolve("loading.html"));

        assertThat(browser.findAll(".gantt li:nth-child(4) rect"))
                .extracting(rect -> rect.getDomAttribute("class"))
                .containsExactly("ground", "at-work", "perhaps", "surely");
        assertThat(browser.find(".gantt li:nth-child(4) .foreseen").getText())
                .isEqualTo("foreseen 11.0 s to 3 min 0 s");
        assertThat(browser.findAll("#curves .mark")).isEmpty();
    }

    @Test
    void tellsHowFarEachTableIs() {
        browser.open(directory.resolve("loading.html"));

        assertThat(browser.findAll("#tables tbody tr"))
                .extracting(row -> row.getText())
                .containsExactly("shop.orders 81.0 MB about 1,900 filling", "shop.carts 16.4 KB 10 indexes");
        browser.open(directory.resolve("moved.html"));
        assertThat(browser.findAll(".slowest .detail"))
                .extracting(detail -> detail.getText())
                .containsExactly("filled in 38.0 s, compared in 43 ms", "filled in 29.0 s, indexes 2.0 s");
    }

    @Test
    void marksTheFlipInTheCurveOfTheLag() {
        browser.open(directory.resolve("moved.html"));

        assertThat(browser.findAll("#lag-curve .mark")).hasSize(1);
        assertThat(browser.find("#curves .marked").getText()).isEqualTo("shop flipped at 12:01:40");
    }

    /** What the terminal of the run says of the wait must not be hidden from those who look on. */
    @Test
    void foretellsTheEndOfTheCatchingUp() {
        List<Event> events = RunSamples.catchingUp();
        try (Listener listener = listener(shown(events))) {
            browser.open(URI.create("http://" + listener.address() + "/"));

            assertThat(browser.find("#outlook .now").getText())
                    .isEqualTo("lag 10.0 s, catching up at 3.0x, about 10 s left");
            assertThat(browser.find(".stages li:nth-child(7) .text").getText()).startsWith("lag 10.0 s, catching up");
            leave();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "loading, 360, false",
        "loading, 360, true",
        "loading, 1280, false",
        "loading, 1280, true",
        "moved, 360, false",
        "moved, 360, true",
        "moved, 1280, false",
        "moved, 1280, true",
    })
    void everybodyCanFollowItOnAnyScreen(String run, int width, boolean dark) {
        List<Event> events = run.equals("loading") ? RunSamples.loading() : RunSamples.moved();
        browser.pretend(width, 740, dark);
        try (Listener listener = listener(shown(events))) {
            browser.open(URI.create("http://" + listener.address() + "/"));

            assertThat(browser.number("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat(browser.find("#link").getText()).isEqualTo("It is up to date.");
            assertThat(browser.hurdles()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            leave();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "loading, 360, false",
        "loading, 1200, true",
        "moved, 360, true",
        "moved, 1200, false",
    })
    void everybodyCanReadItOnAnyScreen(String page, int width, boolean dark) {
        browser.pretend(width, 740, dark);
        browser.open(directory.resolve(page + ".html"));

        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(browser.hurdles()).isEmpty();
    }

    /** Nobody who reads a folded part is disturbed by what is new elsewhere. */
    @Test
    void followsTheRunAndKeepsWhatWasOpened() {
        List<Event> events = new CopyOnWriteArrayList<>(RunSamples.loading());
        Shown shown = shown(events);
        browser.pretend(1200, 740, false);
        try (Listener listener = listener(shown)) {
            browser.open(URI.create("http://" + listener.address() + "/"));
            assertThat(browser.find("#verdict").getText()).isEqualTo("RUNNING");
            browser.find("#all-steps summary").click();

            events.addAll(
                    RunSamples.moved().subList(events.size(), RunSamples.moved().size()));

            await().atMost(PATIENCE)
                    .until(() -> browser.run("return document.querySelector('#verdict').textContent")
                            .equals("FINISHED"));
            assertThat(browser.find("#all-steps").getAttribute("open")).isNotNull();
            assertThat(browser.find("#said").getAttribute("textContent")).isEqualTo("finished");
            assertThat(browser.hurdles()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
        await().atMost(PATIENCE).until(() -> browser.find("#link").getText().startsWith("The connection is lost"));
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("/events"));
    }

    /** A page that is left does not complain of the end of its server. */
    private static void leave() {
        browser.open(URI.create("about:blank"));
    }

    private static Listener listener(Shown shown) {
        return Listener.start(new ListenAddress("127.0.0.1", 0), Optional.empty(), shown);
    }

    private static Shown shown(List<Event> events) {
        return new Shown() {
            @Override
            public String page() {
                return HTML.live(chronicle());
            }

            @Override
            public String parts() {
                return HTML.parts(chronicle());
            }

            @Override
            public String json() {
                return "{}";
            }

            @Override
            public String metrics() {
                return "";
            }

            private Chronicle chronicle() {
                return RunSamples.chronicle(events, events.stream().noneMatch(RunHtmlIT::isTheLast));
            }
        };
    }

    private static boolean isTheLast(Event event) {
        return event instanceof Event.Confirmed && event.stage() == StageName.FINISH;
    }

    private static void write(String name, Chronicle chronicle) throws IOException {
        try (Writer writer = Files.newBufferedWriter(directory.resolve(name + ".html"))) {
            HTML.write(chronicle, writer);
        }
    }
}
