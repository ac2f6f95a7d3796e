package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.Fact;
import io.flexmigrate.testing.Crash;
import io.flexmigrate.testing.FakeGuard;
import io.flexmigrate.testing.FakeStage;
import io.flexmigrate.testing.FakeWorld;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.TestingTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whenever a run is killed, going on with it ends where a run ends that was never killed. */
class CrashedRunTest {

    /** Started, two steps of two lines each, Produced, Confirmed. */
    private static final int APPENDS = 7 * StageName.values().length;

    private final MemoryJournal undisturbed = new MemoryJournal();
    private final FakeWorld undisturbedWorld = new FakeWorld();

    @BeforeEach
    void runUndisturbed() throws InterruptedException {
        run(undisturbed, undisturbedWorld);
    }

    @Test
    void aRunThatIsNeverKilledMakesAsManyAppendsAsTheseTestsKillAt() {
        assertThat(undisturbed.events()).hasSize(APPENDS);
    }

    static IntStream everyAppend() {
        return IntStream.rangeClosed(1, APPENDS);
    }

    @ParameterizedTest
    @MethodSource("everyAppend")
    void reachesTheSameEndAfterACrashAtAnyAppend(int append) throws InterruptedException {
        for (BiConsumer<MemoryJournal, Integer> crash : crashes()) {
            MemoryJournal journal = new MemoryJournal();
            FakeWorld world = new FakeWorld();

            crash.accept(journal, append);
            assertThatThrownBy(() -> run(journal, world)).isInstanceOf(Crash.class);
            run(journal, world);

            assertSameEnd(journal, world);
        }
    }

    @ParameterizedTest
    @MethodSource("everyAppend")
    void reachesTheSameEndAfterTwoCrashes(int first) throws InterruptedException {
        for (int second = 1; second <= APPENDS; second++) {
            MemoryJournal journal = new MemoryJournal().crashBefore(first);
            FakeWorld world = new FakeWorld();

            assertThatThrownBy(() -> run(journal, world)).isInstanceOf(Crash.class);
            crashes().get((first + second) % 2).accept(journal, second);
            crashOrFinish(journal, world);
            run(journal, world);

            assertSameEnd(journal, world);
        }
    }

    /** The second crash never comes when the rest of the run is shorter than it was planned for. */
    private static void crashOrFinish(MemoryJournal journal, FakeWorld world) throws InterruptedException {
        try {
            run(journal, world);
            assertThat(journal.awaitsDisaster()).isTrue();
        } catch (Crash expected) {
            assertThat(journal.awaitsDisaster()).isFalse();
        }
    }

    private static List<BiConsumer<MemoryJournal, Integer>> crashes() {
        return List.of(MemoryJournal::crashAfter, MemoryJournal::crashBefore);
    }

    private static void run(MemoryJournal journal, FakeWorld world) throws InterruptedException {
        Runner runner =
                new Runner(List.copyOf(FakeStage.all(world)), journal, new TestingTime(), new FakeGuard(() -> false));
        assertThat(runner.run(Set.of())).isEqualTo(Runner.End.FINISHED);
    }

    private void assertSameEnd(MemoryJournal journal, FakeWorld world) {
        assertThat(world.effects()).isEqualTo(undisturbedWorld.effects());
        assertThat(facts(journal)).isEqualTo(facts(undisturbed));
        assertThat(Progress.of(journal.events()).isFinished()).isTrue();
    }

    private static List<Optional<? extends Fact>> facts(MemoryJournal journal) {
        Facts facts = Progress.of(journal.events()).facts();
        Stream<Class<? extends Fact>> kinds = Arrays.stream(StageName.values()).map(StageName::produces);
        return kinds.<Optional<? extends Fact>>map(facts::find).toList();
    }
}
