package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.mysql.ReadLock;
import java.time.Duration;

/**
 * The pause that is left: counted from the moment the source was asked for the lock.
 *
 * @param reserve what the steps after the comparison need of it
 */
record Budget(Duration total, Duration reserve, ReadLock lock) {

    /** What is left; never negative. */
    Duration left() {
        Duration left = total.minus(lock.age());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** How long may be compared; below zero when there is no time for it. */
    Duration forComparing() {
        return left().minus(reserve);
    }

    /** What is spent, in milliseconds, for the journal. */
    String spentMillis() {
        return Long.toString(lock.age().toMillis());
    }

    /**
     * Sees that the pause may go on and the lock still holds.
     *
     * @param doing what was being done, for the message
     */
    void require(String doing) {
        requireTime(doing);
        if (!lock.isHeld()) {
            throw new CutOverAbortedException(
                    "The lock was lost while " + doing + " (" + lock.age().toMillis() + " ms after it was asked for).");
        }
    }

    /** The same where the lock has done its work. */
    void requireTime(String doing) {
        if (left().isZero()) {
            throw new CutOverAbortedException("The budget of " + total.toMillis() + " ms was spent while " + doing
                    + " (" + lock.age().toMillis() + " ms).");
        }
    }
}
