package io.flexmigrate.stage.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.testing.MemoryJournal;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoveReadingTest {

    private static final String FENCE = "binlog.000001:500";
    private static final String LAST = "binlog.000001:700";

    private final StageLog log = new StageLog(StageName.CUT_OVER, new MemoryJournal(), InstantSource.system());

    private void reach(CutOverStep step, String position) {
        log.reach(step.step(), Map.of("position", position));
    }

    private void comeToOpening() {
        log.reach(CutOverStep.READY.step(), Map.of());
        log.reach(CutOverStep.REHEARSED.step(), Map.of("predicted_ms", "16"));
        reach(CutOverStep.FENCED, FENCE);
        reach(CutOverStep.DRAINED, FENCE);
        log.reach(CutOverStep.VERIFIED.step(), Map.of("tables", "7"));
        log.intend(CutOverStep.OPENING.step(), Map.of());
    }

    @Test
    void isClosedAtTheFenceWhereAllStandsStillOnceThatWasIntended() {
        comeToOpening();

        assertThat(MoveReading.closedAt(log, true)).hasValue(BinlogCoordinates.parse(FENCE));
    }

    @Test
    void isNotClosedBeforeThatWasIntended() {
        log.reach(CutOverStep.READY.step(), Map.of());
        reach(CutOverStep.DRAINED, FENCE);

        assertThat(MoveReading.closedAt(log, true)).isEmpty();
    }

    @Test
    void isClosedWhereOthersWriteOnOnceTheirChangesWereFollowed() {
        comeToOpening();
        assertThat(MoveReading.closedAt(log, false)).isEmpty();

        reach(CutOverStep.OPENING, LAST);

        assertThat(MoveReading.closedAt(log, false)).hasValue(BinlogCoordinates.parse(LAST));
    }

    @Test
    void isNotClosedAnyMoreWhenThatWasUndone() {
        comeToOpening();
        reach(CutOverStep.OPENING, LAST);
        log.reach(CutOverStep.ABORTED.step(), Map.of());

        assertThat(MoveReading.closedAt(log, true)).isEmpty();
        assertThat(MoveReading.closedAt(log, false)).isEmpty();
    }

    @Test
    void isNotClosedByAnEarlierAttempt() {
        comeToOpening();
        reach(CutOverStep.OPENING, LAST);
        log.reach(CutOverStep.READY.step(), Map.of());

        assertThat(MoveReading.closedAt(log, true)).isEmpty();
        assertThat(MoveReading.closedAt(log, false)).isEmpty();
    }

    @Test
    void saysOfWhatIsFoundOpenWhatTheAttemptThatDiedWouldHaveSaid() {
        comeToOpening();

        assertThat(MoveReading.opening(BinlogCoordinates.parse(LAST), log))
                .containsEntry("file", "binlog.000001")
                .containsEntry("position", "700")
                .containsEntry("predicted_ms", "16")
                .containsEntry("tables", "7");
    }
}
