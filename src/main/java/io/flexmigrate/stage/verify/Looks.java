package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks at both sides in turn, the source first, until it is known whether they are the same.
 *
 * <p>The target is the same when it equals any state of the source seen meanwhile. It differs when both stood still over
 * several looks and were never equal.
 */
record Looks(Supplier<TableChecksum> source, Supplier<TableChecksum> target, TargetWait patience) {

    static final int LOOKS = 5;

    /** As often must both sides stand still and differ, because a value that goes to and fro may look still once. */
    static final int STABLE_LOOKS = 3;

    /**
     * What the looks gave.
     *
     * @param cost how long one checksum took on the slower side
     */
    record Outcome(
            Verdict.Kind kind,
            TableChecksum source,
            TableChecksum target,
            Duration cost,
            Optional<BinlogCoordinates> from,
            Optional<BinlogCoordinates> to) {}

    /** One checksum and how long it took. */
    private record Timed(TableChecksum checksum, Duration cost) {

        static Timed of(Supplier<TableChecksum> side) {
            Stopwatch watch = SystemClock.stopwatch();
            return new Timed(side.get(), watch.elapsed());
        }
    }

    Outcome settle() {
        Set<TableChecksum> witnessed = new HashSet<>();
        Optional<BinlogCoordinates> from = patience.applied();
        Timed before = Timed.of(source);
        Optional<TableChecksum> targetBefore = Optional.empty();
        int stable = 0;
        for (int look = 1; ; look++) {
            witnessed.add(before.checksum());
            Optional<BinlogCoordinates> to = patience.await();
            Timed after = Timed.of(target);
            Duration cost = longer(before.cost(), after.cost());
            if (witnessed.contains(after.checksum())) {
                return new Outcome(Verdict.Kind.EQUAL, after.checksum(), after.checksum(), cost, from, to);
            }
            Timed again = Timed.of(source);
            boolean still = again.checksum().equals(before.checksum())
                    && targetBefore.map(after.checksum()::equals).orElse(true);
            stable = still ? stable + 1 : 0;
            if (stable == STABLE_LOOKS || look == LOOKS) {
                Verdict.Kind kind = stable == STABLE_LOOKS ? Verdict.Kind.DIFFERENT : Verdict.Kind.MOVING;
                return new Outcome(kind, before.checksum(), after.checksum(), cost, from, to);
            }
            targetBefore = Optional.of(after.checksum());
            before = again;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
