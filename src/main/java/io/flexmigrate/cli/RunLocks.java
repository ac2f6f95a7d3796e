package io.flexmigrate.cli;

import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.RunGuard;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.NamedLock;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The right to be the only run of a plan: a {@code GET_LOCK} on source and target, held until we end. */
final class RunLocks implements RunGuard, AutoCloseable {

    /** MySQL's limit since 5.7.5: refman/8.0/en/locking-functions.html. */
    private static final int LONGEST_NAME = 64;

    private final String name;
    private final MySqlServer source;
    private final MySqlServer target;
    private final Supplier<Needed> needed;
    private final Map<MySqlServer, NamedLock> locks = new LinkedHashMap<>();

    /** Without which servers nothing can go on. */
    enum Needed {
        BOTH,
        /** It has taken over: a source that is gone stops nothing. */
        TARGET,
        /** It is about to take the writes again: a target that is gone stops nothing. */
        SOURCE
    }

    RunLocks(String plan, MySqlServer source, MySqlServer target, Supplier<Needed> needed) {
        this.name = lockName(plan);
        this.source = source;
        this.target = target;
        this.needed = needed;
    }

    static String lockName(String plan) {
        String plain = "migrate:" + plan;
        return plain.length() <= LONGEST_NAME
                ? plain
                : "migrate:" + UUID.nameUUIDFromBytes(plan.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void acquire() {
        for (MySqlServer server :
                Stream.of(source, target).filter(this::isNeeded).toList()) {
            locks.computeIfAbsent(
                    server,
                    unlocked -> NamedLock.tryAcquire(server, name)
                            .orElseThrow(() -> new StageFailedException(
                                    FailureKind.LOCK,
                                    "Another run of this plan holds the lock '" + name + "' on the " + server.role()
                                            + ".",
                                    "Wait until it ends. SELECT IS_USED_LOCK('" + name
                                            + "') there names its session.")));
        }
    }

    @Override
    public void check() {
        for (Map.Entry<MySqlServer, NamedLock> lock : locks.entrySet()) {
            if (!lock.getValue().isHeld() && isNeeded(lock.getKey())) {
                throw new StageFailedException(
                        FailureKind.LOCK,
                        "The run lost its lock '" + name + "', so another run of this plan may have begun.",
                        "See that both servers answer.");
            }
        }
    }

    private boolean isNeeded(MySqlServer server) {
        return switch (needed.get()) {
            case BOTH -> true;
            case TARGET -> server == target;
            case SOURCE -> server == source;
        };
    }

    @Override
    public void close() {
        locks.values().forEach(NamedLock::close);
    }
}
