package io.flexmigrate.stage.fence;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.mysql.Events;
import io.flexmigrate.mysql.GuardEvent;
import java.time.Duration;
import java.util.OptionalDouble;

/** Sets the guard and sees that it did not run; there is none where the source's event scheduler is off. */
final class GuardWatch {

    private final Duration after;
    private OptionalDouble earliest = OptionalDouble.empty();

    /** @param after the time after which the source is to open by itself; whole seconds, at least 2 */
    GuardWatch(Duration after) {
        this.after = after;
    }

    void begin(GuardEvent guard, Standing before) {
        if (new Events(guard.session()).run()) {
            GuardEvent.Charge charge = new GuardEvent.Charge(before.accounts(), before.databases(), before.events());
            earliest = OptionalDouble.of(guard.set(after, charge));
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
