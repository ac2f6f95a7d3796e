package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.mysql.ReadLock;
import java.time.Duration;

/**
 * The pause that is left: counted from the moment the source was asked for the lock.
 *
 * @param lock from when on it is counted
 */
record Budget(Terms terms, ReadLock lock) {

    /**
     * How long it may be.
     *
     * @param reserve what the steps after the comparison need of it
     */
    record Terms(Duration total, Duration reserve) {}

    /** To be asked for before the pause, in which {@code new} is all that is left. */
    static Terms terms(Duration total, UnrehearsedParts rest) {
        return new Terms(total, rest.reserve(total));
    }

    /** What is left; never negative. */
    Duration left() {
        Duration left = terms.total().minus(lock.age());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** How long may be compared; below zero when there is no time for it. */
    Duration forComparing() {
        return left().minus(terms.reserve());
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
            throw new CutOverAbortedException("The budget of " + terms.total().toMillis() + " ms was spent while "
                    + doing + " (" + lock.age().toMillis() + " ms).");
        }
    }
}
