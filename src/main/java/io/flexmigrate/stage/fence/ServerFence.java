package io.flexmigrate.stage.fence;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.mysql.WriteProtection;
import io.flexmigrate.stage.SnapshotLock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Closes the whole server: {@code super_read_only} passes under the global read lock, so that no waiting writer slips through. */
record ServerFence(SnapshotLock lock, BlockerEnding blockers, WriteProtection protection) implements Fence {

    private static final int ATTEMPTS = 5;

    @Override
    public FenceKind kind() {
        return FenceKind.SERVER;
    }

    @Override
    public ReadLock acquire(Duration limit, StageLog log, ReadLock.Prelude prelude) throws InterruptedException {
        return lock.acquire(limit, ATTEMPTS, log, prelude, clients -> blockers.end(clients, log));
    }

    @Override
    public Map<String, String> standing() {
        return Standing.server(protection.state()).details();
    }

    @Override
    public void rehearse(Map<String, String> standing, BinlogCoordinates since, BinlogCoordinates now) {
        // because it is closed by one statement
    }

    @Override
    public void arm(Map<String, String> standing) {
        // because our session that holds the lock is enough
    }

    @Override
    public void disarm() {
        // because nothing was set
    }

    @Override
    public Optional<BinlogCoordinates> shut(Map<String, String> standing, ReadLock held) {
        protection.engage();
        return Optional.empty();
    }

    @Override
    public boolean standsStill() {
        return true;
    }

    @Override
    public List<String> changesSince(BinlogCoordinates since, Set<Long> others) {
        return new Binlog(protection.session(), protection.dialect()).changesSince(since, others);
    }

    @Override
    public void confirm() {
        // because nothing opens it by itself
    }

    @Override
    public void letIn(Map<String, String> standing) {
        lift(standing);
    }

    @Override
    public void lift(Map<String, String> standing) {
        protection.restore(Standing.of(standing).protection());
    }

    @Override
    public boolean isShut(Map<String, String> standing) {
        return protection.state().superReadOnly();
    }

    @Override
    public boolean isWhollyShut(Map<String, String> standing) {
        return isShut(standing);
    }

    @Override
    public boolean staysShut(Map<String, String> standing) {
        return isShut(standing);
    }

    @Override
    public void shutAgain(Map<String, String> standing) {
        if (!protection.state().superReadOnly()) {
            protection.engage();
        }
    }

    @Override
    public String persist() {
        if (!protection.dialect().canPersistVariables()) {
            return "MySQL 5.7 forgets super_read_only when it restarts";
        }
        try {
            protection.persist();
            return "";
        } catch (MySqlException refused) {
            return "super_read_only could not be made to outlive a restart (" + refused.getMessage() + ")";
        }
    }
}
