package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.testing.FakeGuard;
import io.flexmigrate.testing.FakeStage;
import io.flexmigrate.testing.FakeWorld;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.SampleFindings;
import io.flexmigrate.testing.Samples;
import io.flexmigrate.testing.TestingTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunnerTest {

    private static final Finding BLOCKER = SampleFindings.blocker("FM1", "source", "no binlog", "set log_bin");
    private static final Finding WARNING = SampleFindings.warning("FM2", "source", "slow", "");

    private final MemoryJournal journal = new MemoryJournal();
    private final FakeWorld world = new FakeWorld();
    private final List<FakeStage> stages = FakeStage.all(world);
    private final FakeGuard guard = new FakeGuard(() -> false);
    private final TestingTime time = new TestingTime();
    private final Runner runner = runnerWith(guard);

    private Runner runnerWith(RunGuard itsGuard) {
        return new Runner(List.copyOf(stages), journal, time, itsGuard);
    }

    @Test
    void walksEveryStageOnceInOrder() throws InterruptedException {
        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.FINISHED);

        assertThat(world.effects())
                .containsExactlyElementsOf(Arrays.stream(StageName.values())
                        .flatMap(stage -> List.of(stage + " first", stage + " second").stream())
                        .toList());
        assertThat(stages).allSatisfy(stage -> assertThat(stage.runs()).isEqualTo(1));
    }

    @Test
    void doesNothingMoreOnceItIsFinished() throws InterruptedException {
        runner.run(Set.of());
        List<Event> before = journal.events();

        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.FINISHED);

        assertThat(journal.events()).isEqualTo(before);
    }

    @Test
    void stopsInGoodOrderWhereAStageWantsAWordAndComesBackToIt() throws InterruptedException {
        stage(StageName.CUT_OVER).pauseOnce();

        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.AT_GATE);

        Progress paused = Progress.of(journal.events());
        assertThat(paused.state(StageName.CUT_OVER)).isEqualTo(StageState.TO_DO);
        assertThat(paused.facts().find(Fact.CutOver.class)).isEmpty();
        assertThat(stage(StageName.FINISH).runs()).isZero();
        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.FINISHED);
        assertThat(stage(StageName.CUT_OVER).runs()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void refusesABlockedStageBeforeItStarts(StageName name) {
        stage(name).findBefore(WARNING, BLOCKER);

        Throwable refusal = catchThrowable(() -> runner.run(Set.of()));

        if (refusal instanceof StageBlockedException blocked) {
            assertThat(name).isEqualTo(StageName.ASSESS);
            assertThat(blocked.findings()).containsExactly(WARNING, BLOCKER);
        } else {
            assertThat(refusal)
                    .isInstanceOfSatisfying(
                            StageFailedException.class,
                            failed -> assertThat(failed.remedy()).isEqualTo(BLOCKER.remedy()))
                    .hasMessage(BLOCKER.message());
            assertThat(name).isNotEqualTo(StageName.ASSESS);
        }
        assertThat(journal.events()).noneMatch(event -> event.stage() == name);
        assertThat(stage(name).runs()).isZero();
    }

    @Test
    void goesOnInSpiteOfWarnings() throws InterruptedException {
        stage(StageName.DUMP).findBefore(WARNING);
        stage(StageName.DUMP).findAfter(WARNING);

        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.FINISHED);
    }

    static List<RuntimeException> failures() {
        return List.of(
                new StageFailedException("myloader ended with 1", "look at its log"),
                new CutOverAbortedException("the budget is spent"),
                new DifferencesFoundException(List.of("shop.orders")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void journalsAFailureAndDoesTheStageAgain(RuntimeException failure) throws InterruptedException {
        stage(StageName.LOAD).failOnce(failure);

        assertThatThrownBy(() -> runner.run(Set.of())).isSameAs(failure);
        assertThat(last())
                .isEqualTo(new Event.Failed(StageName.LOAD, time.instant(), String.valueOf(failure.getMessage())));
        assertThat(progress().state(StageName.LOAD)).isEqualTo(StageState.TO_DO);

        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.FINISHED);
        assertThat(stage(StageName.LOAD).runs()).isEqualTo(2);
        assertThat(stage(StageName.DUMP).runs()).isEqualTo(1);
    }

    @Test
    void looksAgainAtWhatStandsInTheWayOfAFailedStage() {
        stage(StageName.LOAD).failOnce(new StageFailedException("a", "b"));
        assertThatThrownBy(() -> runner.run(Set.of())).isInstanceOf(StageFailedException.class);
        stage(StageName.LOAD).findBefore(BLOCKER);

        assertThatThrownBy(() -> runner.run(Set.of())).isInstanceOf(StageFailedException.class);
        assertThat(stage(StageName.LOAD).runs()).isEqualTo(1);
    }

    @Test
    void doesNotCallAStageFailedWhenItIsUncertain() {
        stage(StageName.CUT_OVER).failOnce(new UncertainException("who takes the writes", "look at both"));

        assertThatThrownBy(() -> runner.run(Set.of())).isInstanceOf(UncertainException.class);

        assertThat(journal.events()).noneMatch(Event.Failed.class::isInstance);
        assertThat(progress().state(StageName.CUT_OVER)).isEqualTo(StageState.STARTED);
    }

    @Test
    void leavesAnInterruptedStageWhereItIs() throws InterruptedException {
        stage(StageName.LOAD).failOnce(new InterruptedException());

        assertThatThrownBy(() -> runner.run(Set.of())).isInstanceOf(InterruptedException.class);
        assertThat(progress().state(StageName.LOAD)).isEqualTo(StageState.STARTED);

        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.FINISHED);
    }

    @Test
    void blocksAfterAssessByWhatItFound() {
        stage(StageName.ASSESS).findAfter(BLOCKER);

        assertThatThrownBy(() -> runner.run(Set.of()))
                .isInstanceOfSatisfying(
                        StageBlockedException.class,
                        blocked -> assertThat(blocked.findings()).containsExactly(BLOCKER));
        assertThat(progress().state(StageName.ASSESS)).isEqualTo(StageState.TO_DO);
        assertThat(stage(StageName.PREPARE).runs()).isZero();
    }

    @Test
    void failsALaterStageWhoseWorkDoesNotHold() throws InterruptedException {
        stage(StageName.DUMP).findAfter(BLOCKER, WARNING);

        assertThatThrownBy(() -> runner.run(Set.of()))
                .isInstanceOfSatisfying(
                        StageFailedException.class,
                        failed -> assertThat(failed.remedy()).isEqualTo("set log_bin"))
                .hasMessage("no binlog");
        assertThat(progress().state(StageName.DUMP)).isEqualTo(StageState.TO_DO);
        assertThat(progress().facts().find(Fact.Dumped.class)).isEmpty();

        runner.run(Set.of());
        assertThat(stage(StageName.DUMP).runs()).isEqualTo(2);
        assertThat(progress().facts().find(Fact.Dumped.class)).contains(Samples.dumped());
    }

    @Test
    void checksButDoesNotDoAgainWhatLeftItsFactBeforeACrash() throws InterruptedException {
        journal.append(new Event.Started(StageName.ASSESS, time.instant()));
        journal.append(new Event.Produced(StageName.ASSESS, time.instant(), Samples.assessed()));
        stage(StageName.ASSESS).findAfter(BLOCKER);

        assertThatThrownBy(() -> runner.run(Set.of())).isInstanceOf(StageBlockedException.class);

        assertThat(stage(StageName.ASSESS).runs()).isZero();
    }

    @Test
    void stopsAtAGateAndGoesOnWithoutIt() throws InterruptedException {
        assertThat(runner.run(Set.of(StageName.CUT_OVER))).isEqualTo(Runner.End.AT_GATE);
        assertThat(stage(StageName.VERIFY).runs()).isEqualTo(1);
        assertThat(stage(StageName.CUT_OVER).runs()).isZero();

        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.FINISHED);
    }

    @Test
    void settlesAnInterruptedStageBeforeItStopsAtItsGate() throws InterruptedException {
        stage(StageName.CUT_OVER).failOnce(new InterruptedException());
        assertThatThrownBy(() -> runner.run(Set.of())).isInstanceOf(InterruptedException.class);
        assertThat(stage(StageName.CUT_OVER).settlements()).isZero();

        assertThat(runner.run(Set.of(StageName.CUT_OVER))).isEqualTo(Runner.End.AT_GATE);

        assertThat(stage(StageName.CUT_OVER).settlements()).isEqualTo(1);
        assertThat(stage(StageName.CUT_OVER).runs()).isEqualTo(1);
    }

    @Test
    void passesTheGateOfAStageThatSettledThatItMustGoOn() throws InterruptedException {
        stage(StageName.CUT_OVER).failOnce(new InterruptedException());
        assertThatThrownBy(() -> runner.run(Set.of())).isInstanceOf(InterruptedException.class);
        stage(StageName.CUT_OVER).goForwardOnceSettled();

        assertThat(runner.run(Set.of(StageName.CUT_OVER))).isEqualTo(Runner.End.FINISHED);
    }

    @Test
    void takesTheGuardBeforeTheFirstStageThatChangesTheWorld() throws InterruptedException {
        runner.run(Set.of(StageName.PREPARE));
        assertThat(guard.isAcquired()).isFalse();

        runner.run(Set.of(StageName.DUMP));
        assertThat(guard.isAcquired()).isTrue();
    }

    @Test
    void stopsBeforeTheNextEffectWhenTheGuardIsLost() throws InterruptedException {
        Runner losing = runnerWith(new FakeGuard(() -> world.has("LINK first")));

        assertThatThrownBy(() -> losing.run(Set.of()))
                .isInstanceOf(StageFailedException.class)
                .hasMessage("the lock on the source is lost");
        assertThat(world.effects()).endsWith("LINK first");
        assertThat(last()).isInstanceOf(Event.Intended.class);

        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.FINISHED);
    }

    @Test
    void hasNoEffectThatTheJournalDidNotTake() {
        // Started is the first line of a stage, the intent of its first step the second.
        journal.fullAt(2);

        assertThatThrownBy(() -> runner.run(Set.of())).isInstanceOf(JournalException.class);

        assertThat(world.effects()).isEmpty();
        assertThat(journal.events()).hasSize(1);
    }

    @Test
    void handsAStageOnlyTheFactsThatStand() throws InterruptedException {
        runner.run(Set.of());

        assertThat(progress().facts().get(Fact.Linked.class).start())
                .isEqualTo(Samples.dumped().coordinates());
    }

    private FakeStage stage(StageName name) {
        return stages.stream().filter(stage -> stage.name() == name).findFirst().orElseThrow();
    }

    private Progress progress() {
        return Progress.of(journal.events());
    }

    private Event last() {
        return journal.events().get(journal.events().size() - 1);
    }
}
