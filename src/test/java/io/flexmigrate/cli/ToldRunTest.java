package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.Runner;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.FlipHook;
import io.flexmigrate.plan.Occasion;
import io.flexmigrate.plan.OccasionHook;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.stage.notice.Couriers;
import io.flexmigrate.stage.notice.Notices;
import io.flexmigrate.stage.notice.Recipient;
import io.flexmigrate.testing.MemoryJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How a walk ends is told, and is the same as if nobody were told. */
class ToldRunTest {

    private final BlockingQueue<Map<String, String>> told = new LinkedBlockingQueue<>();
    private final MemoryJournal journal = new MemoryJournal();

    private ToldRun run() {
        ProcessRunner describing = ProcessRunner.describing(line -> {});
        ProcessRunner listening = (Command command, Consumer<String> lines) -> {
            told.add(command.environment());
            return describing.start(command, lines);
        };
        FlipHook hook = new FlipHook.Program(new Plan.Hook(List.of("tell"), Duration.ofSeconds(9)));
        Recipient recipient = new Recipient(
                new OccasionHook(EnumSet.allOf(Occasion.class), hook),
                reference -> new Secret(""),
                listening,
                Path.of("/"),
                line -> {});
        Couriers couriers = new Couriers(List.of(recipient), warning -> {}, Duration.ofSeconds(30));
        return new ToldRun(journal, new Notices("shop", "run-1"), couriers, "It waits.", InstantSource.system());
    }

    @Test
    void tellsOfAGateAndOfNothingMoreAtTheEnd() throws InterruptedException {
        try (ToldRun run = run()) {
            run.during(() -> Runner.End.FINISHED);
            run.during(() -> Runner.End.AT_GATE);
        }

        assertThat(told)
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry("MIGRATE_EVENT", "gate")
                        .containsEntry("MIGRATE_STAGE", "CUT_OVER")
                        .containsEntry("MIGRATE_MESSAGE", "It waits."));
    }

    @Test
    void tellsOfAFailureWithItsCodesAndLetsItThrough() {
        StageFailedException failure = new StageFailedException(FailureKind.TOOL, "mydumper ended", "look");
        try (ToldRun run = run()) {
            run.journal().append(new Event.Started(StageName.DUMP, Instant.EPOCH));
            assertThatThrownBy(() -> run.during(() -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }

        assertThat(told)
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry("MIGRATE_EVENT", "failed")
                        .containsEntry("MIGRATE_STAGE", "DUMP")
                        .containsEntry("MIGRATE_EXIT_CODE", "1")
                        .containsEntry("MIGRATE_MESSAGE", "FM3018: mydumper ended"));
    }

    @Test
    void tellsOfACutOverThatWasUndone() {
        CutOverAbortedException undone = new CutOverAbortedException("the budget was spent");
        try (ToldRun run = run()) {
            assertThatThrownBy(() -> run.during(() -> {
                        throw undone;
                    }))
                    .isSameAs(undone);
        }

        assertThat(told).singleElement().satisfies(facts -> assertThat(facts).containsEntry("MIGRATE_EXIT_CODE", "7"));
    }

    @Test
    void anInterruptionIsNoFailure() {
        try (ToldRun run = run()) {
            assertThatThrownBy(() -> run.during(() -> {
                        throw new InterruptedException();
                    }))
                    .isInstanceOf(InterruptedException.class);
        }

        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfTheJournalsEvents() {
        try (ToldRun run = run()) {
            run.journal().append(new Event.Confirmed(StageName.DUMP, Instant.EPOCH));
        }

        assertThat(journal.events()).hasSize(1);
        assertThat(told)
                .singleElement()
                .satisfies(facts -> assertThat(facts).containsEntry("MIGRATE_EVENT", "stage_done"));
    }
}
