package io.flexmigrate.formal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.formal.ModelChecker.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol holds whatever dies and whenever, and does not when one of its rules is taken away. */
class MigrationModelIT {

    private static final String[] INVARIANTS = {"TypeOK", "Exact", "NothingLost", "OneOwner", "TornIsTold"};

    @TempDir
    private Path directory;

    private ModelChecker model() {
        return ModelChecker.in(directory);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesNothingAndHasOneOwnerOverAndBackAndOverAgain(boolean lasting) throws IOException, InterruptedException {
        holds(model().with("Lasting", lasting)
                .with("Writes", 3)
                .with("Crossings", 3)
                .with("Faults", 3)
                .invariants(INVARIANTS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensAgainByItselfWhenItDiesBeforeOpen(boolean lasting) throws IOException, InterruptedException {
        holds(model().with("Lasting", lasting).with("Crossings", 2).inTime("Spec", "Heals"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OpensAgain", "Ends"})
    void endsAsItShouldWhereSomebodyResumes(String property) throws IOException, InterruptedException {
        holds(model().with("Crossings", 2).inTime("Attended", property));
    }

    /** What holds of a model in which nothing happens says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"NeverDone", "NeverUncertain", "NeverUndone"})
    void comesToEveryEnd(String never) throws IOException, InterruptedException {
        Verdict reached = model().with("Lasting", false).with("Crossings", 2).invariants(never);

        assertThat(reached.violates(never)).as(reached.output()).isTrue();
    }

    @Test
    void losesAWriteWhenThePositionIsReadBeforeTheFence() throws IOException, InterruptedException {
        Verdict broken = model().with("FenceFirst", false).invariants(INVARIANTS);

        assertThat(broken.violates("NothingLost")).as(broken.output()).isTrue();
    }

    @Test
    void losesAWriteWhenItOpensBeforeTheDrain() throws IOException, InterruptedException {
        Verdict broken = model().with("DrainFirst", false).invariants(INVARIANTS);

        assertThat(broken.violates("NothingLost")).as(broken.output()).isTrue();
    }

    @Test
    void staysClosedForGoodWhenAFenceThatOutlivesUsHasNoGuard() throws IOException, InterruptedException {
        Verdict broken = model().with("Guarded", false).with("Writes", 1).inTime("Spec", "Heals");

        assertThat(broken.violatesInTime()).as(broken.output()).isTrue();
    }

    private static void holds(Verdict verdict) {
        assertThat(verdict.holds()).as(verdict.output()).isTrue();
    }
}
