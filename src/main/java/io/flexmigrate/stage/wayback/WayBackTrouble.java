package io.flexmigrate.stage.wayback;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.plan.WayIn;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a way back does not run, by what the source says of it. */
record WayBackTrouble(WayIn place, Optional<ReplicaStatus> status) {

    StageFailedException failure() {
        return new StageFailedException("The way back does not run: " + errors(), remedy());
    }

    String errors() {
        if (status.isEmpty()) {
            return "the source has none.";
        }
        String errors = Stream.of(status.get().receiverError(), status.get().applierError())
                .filter(ReplicaStatus.ThreadError::isPresent)
                .map(error -> "error " + error.number() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return errors.isEmpty()
                ? "its receiver says " + status.get().receiverRunning() + ", its applier "
                        + status.get().applierRunning() + "."
                : errors;
    }

    /** Numbers of the client library: refman/8.0/en/client-error-reference.html. */
    private String remedy() {
        int number = status.map(seen -> seen.receiverError().number()).orElse(0);
        return switch (number) {
            case 2002, 2003, 2005, 2013 ->
                "Let the source reach " + place.host() + ":" + place.port()
                        + " (firewall rule or private link of the target), or say in target.replication where it does.";
            case 1045, 2059, 2061, 3118 ->
                "Look at the account " + place.user() + " on the target; the same command makes it a new password.";
            case 2026 ->
                "Look at the TLS versions of both servers and at target.replication.ca, a file on the source's machine.";
            case 1236, 13114 ->
                "Let the target keep its binlogs longer; then remove the way back and run the same command again.";
            default -> "Look at SHOW REPLICA STATUS on the source; then run the same command again.";
        };
    }
}
