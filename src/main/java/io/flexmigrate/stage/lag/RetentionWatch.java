package io.flexmigrate.stage.lag;

import io.flexmigrate.engine.LagSample.Flow;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.BinlogFiles;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.planning.DurationWords;
import io.flexmigrate.stage.lag.RetentionForecast.ClosedFile;
import io.flexmigrate.stage.lag.RetentionForecast.Danger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Looks now and then whether the source still has, and will keep, what the target has not applied. */
final class RetentionWatch {

    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(6);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(10);

    private final Replica replica;
    private final SourceBinlog binlog;
    private final RetentionRaise raise;
    private final StageLog log;
    private final Supplier<Duration> clock;
    private Duration next = Duration.ZERO;
    private Optional<Duration> warned = Optional.empty();

    RetentionWatch(Replica replica, SourceBinlog binlog, RetentionRaise raise, StageLog log, Supplier<Duration> clock) {
        this.replica = replica;
        this.binlog = binlog;
        this.raise = raise;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Looks, when it is time to.
     *
     * @throws StageFailedException when a file is gone that the target has not received
     */
    void look(Optional<BinlogCoordinates> applied, Optional<Flow> flow) {
        if (applied.isEmpty() || clock.get().compareTo(next) < 0) {
            return;
        }
        next = clock.get().plus(flow.isPresent() ? BETWEEN : SOON);
        BinlogFiles files = binlog.files();
        requireReceived(files);
        if (!files.has(applied.get().file())) {
            warn("The source has purged " + applied.get().file() + ", which the target has received but not applied:"
                    + " should it lose its relay log, by a crash for instance, only a new dump helps.");
            return;
        }
        forecast(files, applied.get(), flow).ifPresent(this::answer);
    }

    /** The source is asked by the receiver for the file it is in, or for the next one. */
    private void requireReceived(BinlogFiles files) {
        Optional<String> received = replica.receivedFile();
        boolean gone = received.filter(file -> new BinlogCoordinates(file, 4).fileNumber()
                        < files.oldest().end().fileNumber())
                .isPresent();
        if (gone) {
            throw new StageFailedException(
                    "The source has purged " + received.get()
                            + ", which the target has not received: its oldest binlog is "
                            + files.oldest().name() + ". What the target lacks cannot be replicated any more.",
                    "Keep binlogs longer on the source (source.binlog_retention) and begin again with a new dump, in a new"
                            + " work directory; nothing may be skipped.");
        }
    }

    private Optional<Danger> forecast(BinlogFiles files, BinlogCoordinates applied, Optional<Flow> flow) {
        OptionalLong place = binlog.place(applied);
        if (raise.kept().isEmpty() || flow.isEmpty() || place.isEmpty()) {
            return Optional.empty();
        }
        List<ClosedFile> closed = files.from(applied.file()).stream()
                .filter(file -> !file.equals(files.newest()))
                .flatMap(file -> binlog
                        .leftAt(file.end())
                        .map(left -> new ClosedFile(
                                file.name(), binlog.place(file.end()).orElse(0), left))
                        .stream())
                .toList();
        return new RetentionForecast(
                        raise.kept().get(),
                        clock.get(),
                        place.getAsLong(),
                        flow.get().applied())
                .danger(closed);
    }

    private void answer(Danger danger) {
        String words = words(danger);
        Duration needed =
                clock.get().minus(danger.file().closed()).plus(danger.passedIn().orElse(Duration.ZERO));
        Optional<Duration> raised = raise.to(needed, log);
        if (raised.isPresent()) {
            warned = Optional.empty();
            warn(words + " It keeps binlogs for " + DurationWords.of(raised.get())
                    + " from now on; FINISH puts that back.");
            return;
        }
        warn(words + " This program may not make it keep them longer: do that, or let the target apply faster.");
    }

    private static String words(Danger danger) {
        String when = danger.purgedIn().isZero() ? "at any moment" : "in about " + DurationWords.of(danger.purgedIn());
        return "The source purges " + danger.file().name() + ", which the target still needs, " + when + "; the target "
                + danger.passedIn()
                        .map(passed -> "needs about " + DurationWords.of(passed) + " to get past it.")
                        .orElse("does not get on.");
    }

    private void warn(String message) {
        boolean recent = warned.map(at -> at.plus(BETWEEN_WARNINGS).compareTo(clock.get()) > 0)
                .orElse(false);
        if (!recent) {
            warned = Optional.of(clock.get());
            log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), message));
        }
    }
}
