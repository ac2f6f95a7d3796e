package io.flexmigrate.stage.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.stage.flip.Flip;
import io.flexmigrate.stage.flip.FlipException;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.TestingTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArrivalTest {

    private final StageLog log = new StageLog(StageName.CUT_OVER, new MemoryJournal(), new TestingTime());
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch turning = new CountDownLatch(1);

    @Test
    void opensTheAccountsWhileTheProxiesAreTurnedAndRunsTheOtherHooksAfterBoth() throws InterruptedException {
        try (Arrival arrival = arrival(
                home(() -> await(turning)),
                proxy("front", turning::countDown),
                hook("page"),
                proxy("back", () -> {}))) {
            arrival.flip(log);
        }
        assertThat(done)
                .containsExactlyInAnyOrder("open", "front", "page", "back")
                .endsWith("page", "back");
        assertThat(log.hasReached(step("1. front"))).isTrue();
        assertThat(log.hasReached(step("3. back"))).isTrue();
        assertThat(log.hasReached(CutOverStep.FLIPPED.step())).isTrue();
    }

    @Test
    void runsAHookThatStandsBeforeTheProxiesBehindTheAccounts() throws InterruptedException {
        try (Arrival arrival = arrival(home(() -> {}), hook("page"), proxy("front", () -> {}))) {
            arrival.flip(log);
        }
        assertThat(done).containsExactly("open", "page", "front");
    }

    @Test
    void doesOnceMoreWhatTheJournalDoesNotKnowToBeDone() throws InterruptedException {
        Flip broken = proxy("front", () -> {
            throw new FlipException("it refused");
        });
        try (Arrival arrival = arrival(home(() -> {}), hook("page"), broken)) {
            assertThatThrownBy(() -> arrival.flip(log))
                    .isInstanceOfSatisfying(
                            StageFailedException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.HOOK))
                    .hasMessageContaining("'front' failed: it refused");
        }
        assertThat(log.hasIntended(step("2. front"))).isTrue();
        assertThat(log.hasReached(step("2. front"))).isFalse();
        assertThat(log.hasReached(CutOverStep.FLIPPED.step())).isFalse();

        try (Arrival arrival = arrival(home(() -> {}), hook("page"), proxy("front", () -> {}))) {
            arrival.flip(log);
        }
        assertThat(done).containsExactly("open", "page", "open", "front");
        assertThat(log.hasReached(CutOverStep.FLIPPED.step())).isTrue();
    }

    @Test
    void saysWhatAProxyRefusedThatWasTurnedMeanwhile() {
        Flip broken = proxy("front", () -> {
            throw new FlipException("it refused");
        });
        try (Arrival arrival = arrival(home(() -> {}), broken)) {
            assertThatThrownBy(() -> arrival.flip(log)).hasMessageContaining("'front' failed: it refused");
        }
        assertThat(done).containsExactly("open");
        assertThat(log.hasIntended(step("1. front"))).isTrue();
        assertThat(log.hasReached(step("1. front"))).isFalse();
    }

    @Test
    void waitsForNoProxyWhenTheAccountsCannotBeOpened() {
        CountDownLatch never = new CountDownLatch(1);
        try (Arrival arrival = arrival(
                home(() -> {
                    throw new IllegalStateException("the target is gone");
                }),
                proxy("front", () -> await(never)))) {
            assertThatThrownBy(() -> arrival.flip(log)).hasMessage("the target is gone");
        }
        assertThat(log.hasReached(step("1. front"))).isFalse();
    }

    private Arrival arrival(NewHome.Ready home, Flip... flips) {
        return new Arrival(
                home, new FlipHooks(List.of(flips), Ends.OVER, log), log.hasReached(CutOverStep.FLIPPED.step()));
    }

    private static Step step(String detail) {
        return new Step("flip", detail);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private NewHome.Ready home(Runnable opening) {
        return new NewHome.Ready() {
            @Override
            public void open(StageLog ofThis) {
                opening.run();
                done.add("open");
            }

            @Override
            public void finish(StageLog ofThis) {
                done.add("finish");
            }

            @Override
            public void close() {
                // because nothing was opened
            }
        };
    }

    private Flip hook(String name) {
        return new Named(name, false, () -> {}, done);
    }

    private Flip proxy(String name, Runnable turn) {
        return new Named(name, true, turn, done);
    }

    private record Named(String shown, boolean turnsProxy, Runnable turn, List<String> done) implements Flip {

        @Override
        public Optional<String> objection() {
            return Optional.empty();
        }

        @Override
        public void run() {
            turn.run();
            done.add(shown);
        }
    }
}
