package io.flexmigrate.stage.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.plan.Occasion;
import io.flexmigrate.testing.MemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others are told of, and in which words. */
class NoticesTest {

    private static final Instant AT = Instant.parse("2026-11-30T04:00:00Z");

    private final Notices notices = new Notices("shop", "run-1");

    @Test
    void tellsThatAStageIsDone() {
        Notice notice = notices.of(new Event.Confirmed(StageName.DUMP, AT)).orElseThrow();

        assertThat(notice.environment())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "MIGRATE_EVENT", "stage_done",
                        "MIGRATE_PLAN", "shop",
                        "MIGRATE_RUN", "run-1",
                        "MIGRATE_STAGE", "DUMP",
                        "MIGRATE_GROUP", "",
                        "MIGRATE_MESSAGE", "DUMP is done.",
                        "MIGRATE_TIME", "2026-11-30T04:00:00Z",
                        "MIGRATE_EXIT_CODE", ""));
        assertThat(notice.json())
                .startsWith("{\"event\":\"stage_done\",\"exit_code\":\"\",\"group\":\"\",\"message\":");
    }

    @Test
    void tellsOfWarningsInTheirOwnWords() {
        Event warning = new Event.Observed(
                StageName.LOAD, AT, Observation.WARNING.what(), Map.of(Observation.WARNING.key(), "the disk fills"));

        Notice notice = notices.of(warning).orElseThrow();

        assertThat(notice.event()).isEqualTo(Occasion.WARNING);
        assertThat(notice.message()).isEqualTo("the disk fills");
    }

    @Test
    void tellsWhereTheWritesOfAGroupAreNow() {
        assertThat(done("1").message()).isEqualTo("The writes of shop are on the target now.");
        assertThat(done("2").message()).isEqualTo("The writes of shop are on the source now.");
        assertThat(done("1").group()).contains("shop");
    }

    private Notice done(String crossing) {
        return notices.of(new Event.Reached(
                        StageName.CUT_OVER,
                        AT,
                        CutOverStep.DONE.step(),
                        Map.of(StageLog.GROUP, "shop", StageLog.CROSSING, crossing)))
                .orElseThrow();
    }

    @Test
    void tellsNothingOfTheRest() {
        assertThat(List.of(
                        new Event.Started(StageName.DUMP, AT),
                        new Event.Paused(StageName.CUT_OVER, AT),
                        new Event.Failed(StageName.DUMP, AT, "why"),
                        new Event.Reached(StageName.CUT_OVER, AT, CutOverStep.OPEN.step(), Map.of())))
                .allSatisfy(event -> assertThat(notices.of(event)).isEmpty());
    }

    @Test
    void tellsWithWhichExitCodeARunFails() {
        Notice notice = notices.failed(StageName.LOAD, "FM3018: it broke", AT, 1);

        assertThat(notice.environment())
                .containsEntry("MIGRATE_EVENT", "failed")
                .containsEntry("MIGRATE_EXIT_CODE", "1");
    }

    @Test
    void saysNoMoreThanAnEnvironmentCanHold() {
        Notice notice = notices.failed(StageName.LOAD, "a\0b" + "x".repeat(200_000), AT, 1);

        assertThat(notice.environment().get("MIGRATE_MESSAGE"))
                .hasSizeLessThan(5_000)
                .startsWith("a?bx");
    }

    @Test
    void anEventIsInTheJournalBeforeAnybodyIsToldOfIt() {
        MemoryJournal journal = new MemoryJournal();
        Couriers nobody = new Couriers(List.of(), warning -> {}, Duration.ZERO);

        new ToldJournal(journal, notices, nobody).append(new Event.Confirmed(StageName.DUMP, AT));

        assertThat(journal.events()).hasSize(1);
    }
}
