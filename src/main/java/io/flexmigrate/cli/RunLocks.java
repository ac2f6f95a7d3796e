package io.flexmigrate.cli;

import io.flexmigrate.engine.RunGuard;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.NamedLock;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The right to be the only run of a plan: a {@code GET_LOCK} on source and target, held until we end. */
final class RunLocks implements RunGuard, AutoCloseable {

    /** MySQL's limit since 5.7.5: refman/8.0/en/locking-functions.html. */
    private static final int LONGEST_NAME = 64;

    private final String name;
    private final MySqlServer source;
    private final MySqlServer target;
    private final BooleanSupplier opened;
    private final Map<MySqlServer, NamedLock> locks = new LinkedHashMap<>();

    /** @param opened whether the target took over: from then on a source that is gone stops nothing */
    RunLocks(String plan, MySqlServer source, MySqlServer target, BooleanSupplier opened) {
        this.name = lockName(plan);
        this.source = source;
        this.target = target;
        this.opened = opened;
    }

    static String lockName(String plan) {
        String plain = "migrate:" + plan;
        return plain.length() <= LONGEST_NAME
                ? plain
                : "migrate:" + UUID.nameUUIDFromBytes(plan.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void acquire() {
        for (MySqlServer server : opened.getAsBoolean() ? List.of(target) : List.of(source, target)) {
            locks.computeIfAbsent(
                    server,
                    unlocked -> NamedLock.tryAcquire(server, name)
                            .orElseThrow(() -> new StageFailedException(
                                    "Another run of this plan holds the lock '" + name + "' on the " + server.role()
                                            + ".",
                                    "Wait until it ends. SELECT IS_USED_LOCK('" + name
                                            + "') there names its session.")));
        }
    }

    @Override
    public void check() {
        for (Map.Entry<MySqlServer, NamedLock> lock : locks.entrySet()) {
            boolean needed = lock.getKey() == target || !opened.getAsBoolean();
            if (!lock.getValue().isHeld() && needed) {
                throw new StageFailedException(
                        "The run lost its lock '" + name + "', so another run of this plan may have begun.",
                        "See that both servers answer.");
            }
        }
    }

    @Override
    public void close() {
        locks.values().forEach(NamedLock::close);
    }
}
