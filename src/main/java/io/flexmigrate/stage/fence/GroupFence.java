package io.flexmigrate.stage.fence;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.mysql.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Closes one group: what waits for the lock is ended while it holds, so that nothing that waited is written. */
record GroupFence(TablesLock lock, GroupClosing closing, GuardWatch guard, Dialect dialect) implements Fence {

    @Override
    public FenceKind kind() {
        return closing.kind();
    }

    @Override
    public ReadLock acquire(Duration limit, StageLog log, ReadLock.Prelude prelude) throws InterruptedException {
        return lock.acquire(limit, log, prelude);
    }

    @Override
    public Map<String, String> standing() {
        return closing.standing().details();
    }

    @Override
    public void rehearse(Map<String, String> standing, BinlogCoordinates since, BinlogCoordinates now) {
        closing.rehearse(Standing.of(standing), binlog().question());
        changesBetween(since, now, Set.of());
    }

    @Override
    public void arm(Map<String, String> standing) {
        if (!closing.managed()) {
            guard.require(closing.guard(), Standing.of(standing));
        }
    }

    @Override
    public void disarm() {
        closing.removeGuard();
    }

    @Override
    public Optional<BinlogCoordinates> shut(Map<String, String> standing, ReadLock held) {
        Standing before = Standing.of(standing);
        if (!closing.managed()) {
            guard.require(closing.guard(), before);
        }
        List<Row> status = closing.keepOut(before, binlog().question());
        if (!before.databases().isEmpty()) {
            // because a schema cannot be made read-only while its tables are locked
            held.letGo();
            status = closing.closeDatabases(before, binlog().question());
        }
        return Binlog.coordinates(status);
    }

    private Binlog binlog() {
        return new Binlog(closing.session(), dialect);
    }

    @Override
    public boolean standsStill() {
        return false;
    }

    @Override
    public List<String> changesSince(BinlogCoordinates since, Set<Long> others) {
        return binlog().changesSince(since, closing.databases(), others);
    }

    @Override
    public List<String> changesBetween(BinlogCoordinates since, BinlogCoordinates now, Set<Long> others) {
        return binlog().changesBetween(since, now, closing.databases(), others);
    }

    @Override
    public void confirm() {
        guard.end(closing.guard());
    }

    @Override
    public void letIn(Map<String, String> standing) {
        closing.letIn(Standing.of(standing));
    }

    @Override
    public void lift(Map<String, String> standing) {
        closing.lift(Standing.of(standing));
    }

    @Override
    public boolean isShut(Map<String, String> standing) {
        return !closing.isOpen(Standing.of(standing));
    }

    @Override
    public boolean isWhollyShut(Map<String, String> standing) {
        return closing.isClosed(Standing.of(standing));
    }

    @Override
    public boolean staysShut(Map<String, String> standing) {
        return !closing.isGuarded() && isWhollyShut(standing);
    }

    @Override
    public void shutAgain(Map<String, String> standing) {
        closing.closeAgain(Standing.of(standing));
    }

    /** Both stand in the server's own tables. */
    @Override
    public String persist() {
        return "";
    }
}
