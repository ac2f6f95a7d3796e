package io.flexmigrate.stage.wayback;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.HeartbeatDatabase;
import io.flexmigrate.mysql.NamedChannel;
import io.flexmigrate.plan.WayIn;
import io.flexmigrate.stage.assess.WildPattern;
import io.flexmigrate.time.Poll;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Makes the source a replica of the target, from wherever an earlier attempt got. */
record WayBackLink(BackEnds ends, Poll poll) {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Leaves it running, for these databases and those of earlier groups. */
    void require(Collection<String> databases, StageLog log) throws InterruptedException {
        ends.login().require(WayBackRecord.of(log), log);
        link(WayBackRecord.of(log), log);
        filter(databases, WayBackRecord.of(log), log);
        start(log);
    }

    /**
     * Never makes one: where there is none, the source lacks what the target was given.
     *
     * @throws StageFailedException when there is none
     */
    void requireThere() {
        if (ends.channel().status().filter(seen -> leadsTo(seen, place())).isEmpty()) {
            throw new StageFailedException(
                    "There is no way back: the source does not replicate from " + place().host() + ".",
                    "What was written to the target since is there only: it can only go on from here.");
        }
    }

    private void link(WayBackRecord record, StageLog log) {
        NamedChannel channel = ends.channel();
        Optional<ReplicaStatus> now = channel.status();
        if (now.isPresent() && !record.isOurs(now.get())) {
            throw new StageFailedException(
                    "The source replicates from " + now.get().sourceHost() + ":"
                            + now.get().sourcePort() + " already, and this run did not make it so.",
                    "Find out who needs that. If nobody does, remove it on the source:\n" + channel.removal());
        }
        if (now.isPresent() && record.isLinked() && leadsTo(now.get(), place())) {
            return;
        }
        if (record.isInUse()) {
            throw new StageFailedException(
                    "The way back is gone or leads elsewhere, and the target has taken writes that the source may lack.",
                    "Find out who changed it. The source cannot be gone back to; set cutover.way_back to none to go on without.");
        }
        if (now.isPresent()) {
            channel.stop();
            channel.remove();
        }
        point(log);
    }

    private void point(StageLog log) {
        BinlogCoordinates start = ends.targetBinlog()
                .coordinates()
                .orElseThrow(() -> new StageFailedException(
                        "The target writes no binlog, so nothing can come back from it.",
                        "Switch its binlog on (log_bin), or set cutover.way_back to none."));
        log.intend(
                WayBackRecord.LINK,
                Map.of(
                        "channel", ends.channel().name(),
                        "file", start.file(),
                        "position", Long.toString(start.position()),
                        "host", place().host(),
                        "port", Integer.toString(place().port()),
                        "server-id", ends.ofTarget().variables().text("server_id")));
        ends.channel().pointAt(ends.login().upstream(), ends.tls(), start);
        log.reach(WayBackRecord.LINK, Map.of());
    }

    private void filter(Collection<String> databases, WayBackRecord record, StageLog log) {
        NamedChannel channel = ends.channel();
        if (channel.isFilteredOtherwise()) {
            throw new StageFailedException(
                    "The source has replication filters of its own, which would leave out what is to come back.",
                    "Take the replicate-* options out of the source's configuration, or set cutover.way_back to none.");
        }
        Set<String> all = new TreeSet<>(record.databases());
        all.addAll(databases);
        Set<String> patterns = new LinkedHashSet<>();
        all.forEach(database -> patterns.add(WildPattern.ofDatabase(database).text()));
        patterns.add(HeartbeatDatabase.pattern(ends.plan().name()));
        if (parts(channel.filter()).equals(parts(String.join(",", patterns)))) {
            return;
        }
        log.intend(WayBackRecord.FILTER, WayBackRecord.databases(all));
        channel.stop();
        channel.writeOnly(patterns.stream().toList());
        log.reach(WayBackRecord.FILTER, Map.of());
    }

    private static Set<String> parts(String filter) {
        return Arrays.stream(filter.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private void start(StageLog log) throws InterruptedException {
        NamedChannel channel = ends.channel();
        if (!channel.status().map(ReplicaStatus::isHealthy).orElse(false)) {
            log.intend(WayBackRecord.START, Map.of());
            channel.start();
            if (!settles()) {
                throw new WayBackTrouble(place(), channel.status()).failure();
            }
            log.reach(WayBackRecord.START, Map.of());
        }
    }

    /** A thread says that it runs before it has read what it cannot read: so twice is looked. */
    private boolean settles() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        boolean settled = poll.until(
                "both threads of the way back run without an error",
                START_TIMEOUT,
                LOOK,
                () -> ends.channel()
                        .status()
                        .map(status -> isSettled(status, looks))
                        .orElse(false));
        return settled && ends.channel().status().map(ReplicaStatus::isHealthy).orElse(true);
    }

    private static boolean isSettled(ReplicaStatus status, AtomicInteger looks) {
        looks.set(status.isHealthy() ? looks.get() + 1 : 0);
        return looks.get() > 1
                || status.receiverRunning().equals("No")
                || status.applierRunning().equals("No");
    }

    private WayIn place() {
        return ends.plan().target().replication();
    }

    static boolean leadsTo(ReplicaStatus status, WayIn place) {
        return status.sourceHost().equalsIgnoreCase(place.host()) && status.sourcePort() == place.port();
    }
}
