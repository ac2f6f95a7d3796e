package io.flexmigrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ReplicaStatus.ThreadError;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaStatusTest {

    private static final BinlogCoordinates APPLIED = new BinlogCoordinates("binlog.000002", 500);
    private static final ThreadError DUPLICATE = new ThreadError(1062, "Duplicate entry");

    @ParameterizedTest
    @CsvSource({
        "Yes, Yes, true, false",
        "Connecting, Yes, false, false",
        "Yes, No, false, false",
        "No, Yes, false, false",
        "No, No, false, true"
    })
    void isHealthyOnlyWhenBothThreadsRun(String receiver, String applier, boolean healthy, boolean stopped) {
        ReplicaStatus status = status(receiver, applier, ThreadError.NONE, ThreadError.NONE);

        assertThat(status.isHealthy()).isEqualTo(healthy);
        assertThat(status.isStopped()).isEqualTo(stopped);
    }

    @Test
    void isNotHealthyWithAnErrorThoughBothThreadsRun() {
        assertThat(status("Yes", "Yes", DUPLICATE, ThreadError.NONE).isHealthy())
                .isFalse();
        assertThat(status("Yes", "Yes", ThreadError.NONE, DUPLICATE).isHealthy())
                .isFalse();
    }

    @Test
    void hasAppliedWhatIsNotBehindItsCoordinates() {
        ReplicaStatus status = status("Yes", "Yes", ThreadError.NONE, ThreadError.NONE);

        assertThat(status.hasApplied(APPLIED)).isTrue();
        assertThat(status.hasApplied(new BinlogCoordinates("binlog.000001", 9000)))
                .isTrue();
        assertThat(status.hasApplied(new BinlogCoordinates("binlog.000002", 501)))
                .isFalse();
    }

    @Test
    void hasAppliedNothingBeforeTheFirstEvent() {
        ReplicaStatus status = new ReplicaStatus(
                "h", 3306, "Yes", "Yes", Optional.empty(), OptionalLong.of(0), ThreadError.NONE, ThreadError.NONE);

        assertThat(status.hasApplied(new BinlogCoordinates("binlog.000001", 4))).isFalse();
    }

    private static ReplicaStatus status(
            String receiver, String applier, ThreadError receiverError, ThreadError applierError) {
        return new ReplicaStatus(
                "h", 3306, receiver, applier, Optional.of(APPLIED), OptionalLong.empty(), receiverError, applierError);
    }
}
