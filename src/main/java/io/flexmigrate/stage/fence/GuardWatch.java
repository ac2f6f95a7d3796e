package io.flexmigrate.stage.fence;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.mysql.Events;
import io.flexmigrate.mysql.GuardEvent;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Sets the guard and sees that it did not run; there is none where the source's event scheduler is off. */
final class GuardWatch {

    private final Duration after;
    private OptionalDouble earliest = OptionalDouble.empty();
    private Optional<Stopwatch> since = Optional.empty();

    /** @param after the time after which the source is to open by itself; whole seconds, at least 2 */
    GuardWatch(Duration after) {
        this.after = after;
    }

    private void set(GuardEvent guard, Standing before) {
        since = Optional.of(SystemClock.stopwatch());
        if (new Events(guard.session()).run()) {
            GuardEvent.Charge charge = new GuardEvent.Charge(before.accounts(), before.databases(), before.events());
            earliest = OptionalDouble.of(guard.set(after, charge));
        }
    }

    /** Sets it, unless it stands with more than half of its time to go: what comes now must have time to be done. */
    void require(GuardEvent guard, Standing before) {
        boolean fresh = since.filter(watch -> watch.elapsed().compareTo(after.dividedBy(2)) < 0)
                .isPresent();
        if (!fresh) {
            set(guard, before);
        }
    }

    /** @throws CutOverAbortedException when it may have run */
    void end(GuardEvent guard) {
        if (earliest.isPresent() && !guard.drop(earliest.getAsDouble())) {
            throw new CutOverAbortedException("Closing the source took longer than cutover.dead_man_after ("
                    + after.toSeconds() + " s), so its guard may have opened it again.");
        }
    }
}
