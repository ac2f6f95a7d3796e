package io.flexmigrate.stage.lag;

import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.LagSample.Flow;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.stage.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Measures the lag: sets goals on the source and notices when the target reaches them.
 *
 * <p>{@code Seconds_Behind_Source} is not believed: it is 0 while the receiver is disconnected. A goal counts as reached only
 * when both threads run without an error after that.
 */
final class LagMeter {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration NEAR = Duration.ofMillis(1500);
    private static final int WAIT_AND_STATUS = 2;

    private final Link link;
    private final GoalSetter setter;
    private final SourceBinlog binlog;
    private final Tokens tokens;
    private final Supplier<Duration> clock;
    private final BeatLooks looks = new BeatLooks();
    private final Speeds speeds = new Speeds();
    private final List<Goal> goals = new ArrayList<>();
    private Optional<Goal> reached = Optional.empty();
    private Optional<BinlogCoordinates> applied = Optional.empty();
    private Duration lastLag = Duration.ZERO;
    private Duration next;
    private int stride = 1;

    /** @param tokens what the target may be asked */
    LagMeter(Link link, GoalSetter setter, SourceBinlog binlog, Tokens tokens, Supplier<Duration> clock) {
        this.link = link;
        this.setter = setter;
        this.binlog = binlog;
        this.tokens = tokens;
        this.clock = clock;
        this.next = clock.get();
    }

    /** Does what is due, at most a second long; empty when there is nothing to tell yet. */
    Optional<LagSample> look() {
        setter.set().ifPresent(this::pursue);
        if (goals.isEmpty()) {
            return Optional.empty();
        }
        Duration now = clock.get();
        if (setter.looksForBeats() && (looks.areNear(now) || (goals.size() == 1 && !looks.areOver(now)))) {
            return looks.isDue(now) && tokens.take(1) ? beatLook(now) : Optional.empty();
        }
        return now.compareTo(next) >= 0 && tokens.take(WAIT_AND_STATUS) ? positionLook(now) : Optional.empty();
    }

    private void pursue(Goal goal) {
        binlog.stands(goal.coordinates(), goal.at());
        goals.add(goal);
        looks.begin(goal.at(), lastLag);
    }

    private Optional<LagSample> beatLook(Duration began) {
        looks.looked(began);
        long seen = setter.seen();
        Duration now = clock.get();
        Optional<Goal> newest =
                goals.stream().filter(goal -> goal.beat() <= seen).reduce((earlier, later) -> later);
        newest.ifPresent(unused -> tokens.spend(1));
        return newest.map(goal -> sample(goal, true, now));
    }

    private Optional<LagSample> positionLook(Duration began) {
        Goal goal = goals.get(Math.min(stride, goals.size()) - 1);
        boolean there = link.awaitApplied(goal.coordinates(), WAIT);
        Duration now = clock.get();
        boolean quick = there && now.minus(began).compareTo(SHORT) < 0;
        stride = quick ? Math.min(2 * stride, goals.size()) : Math.max(1, stride / 2);
        // because a stopped applier answers at once, and is not to be asked without a pause
        next = there ? now : began.plus(WAIT);
        return Optional.of(sample(goal, there, now));
    }

    private LagSample sample(Goal goal, boolean there, Duration now) {
        Optional<ReplicaStatus> status = link.status();
        applied = status.flatMap(ReplicaStatus::applied);
        boolean healthy = status.map(ReplicaStatus::isHealthy).orElse(false);
        note(now);
        lastLag = there && healthy ? now.minus(goal.at()) : lagSoFar(now);
        if (there && healthy) {
            reached = Optional.of(goal);
            goals.removeIf(other -> other.at().compareTo(goal.at()) <= 0);
            setter.arrived(goal, goals.isEmpty(), lastLag);
        } else if (isNearlyThere()) {
            looks.near(now);
        }
        return new LagSample(
                lastLag,
                there && healthy,
                goal.coordinates().toString(),
                applied.map(BinlogCoordinates::toString).orElse(""),
                speeds.flow().filter(flow -> flow.behind() > 0));
    }

    private boolean isNearlyThere() {
        return speeds.recently()
                .flatMap(Flow::left)
                .filter(left -> left.compareTo(NEAR) < 0)
                .isPresent();
    }

    private void note(Duration now) {
        OptionalLong source = binlog.place(goals.get(goals.size() - 1).coordinates());
        OptionalLong target = applied.map(binlog::place).orElse(OptionalLong.empty());
        if (source.isPresent() && target.isPresent()) {
            speeds.add(now, source.getAsLong(), target.getAsLong());
        }
    }

    /** Of the place where the target stands, but no less than since the oldest goal that it has not reached. */
    private Duration lagSoFar(Duration now) {
        Duration least = now.minus(goals.get(0).at());
        Duration there = applied.flatMap(binlog::leftAt).map(now::minus).orElse(least);
        return there.compareTo(least) > 0 ? there : least;
    }

    /** The last goal that was reached. */
    Optional<Goal> reached() {
        return reached;
    }

    /** Up to where the target has applied, by the last look. */
    Optional<BinlogCoordinates> applied() {
        return applied;
    }

    /** How fast the distance changes, by the looks so far. */
    Optional<Flow> flow() {
        return speeds.flow();
    }
}
