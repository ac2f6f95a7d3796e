package io.flexmigrate.report;

import io.flexmigrate.engine.Outlook;
import io.flexmigrate.engine.StageState;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Status.StageStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the live block is drawn from.
 *
 * @param status by the events so far
 * @param read when it was read
 * @param heard when the newest of those events was
 * @param now later than both
 * @param hint what else the reader can do here, as a sentence; may be empty
 */
public record LiveView(Status status, Instant read, Instant heard, Instant now, String hint) {

    /** Samples are kept every ten seconds at least: after twice that, what they told of speed is not so any more. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    /** The same at another moment; one before the last event, as a clock that was put back tells it, counts as that of the event. */
    public LiveView at(Instant moment) {
        Instant last = heard.isAfter(read) ? heard : read;
        return new LiveView(status, read, heard, moment.isBefore(last) ? last : moment, hint);
    }

    boolean isRunning() {
        return status.outlook() == Outlook.RUNNING;
    }

    /** For how long nothing was heard, when that is longer than usual. */
    Optional<Duration> silence() {
        Duration silence = Duration.between(heard, now);
        return silence.compareTo(FRESH) > 0 ? Optional.of(silence) : Optional.empty();
    }

    /** The stage at work; where none is, the next one. */
    Optional<StageStatus> current() {
        return status.stages().stream().filter(LiveView::isBegun).findFirst().or(status::current);
    }

    private static boolean isBegun(StageStatus stage) {
        return stage.state() == StageState.STARTED || stage.state() == StageState.PRODUCED;
    }

    Optional<Duration> took(StageStatus stage) {
        return stage.duration()
                .map(took -> isRunning() && isBegun(stage) ? took.plus(Duration.between(read, now)) : took);
    }
}
