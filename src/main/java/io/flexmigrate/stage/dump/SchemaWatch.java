package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.BackupLock;
import io.flexmigrate.mysql.DefinitionChanges;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Schema;
import io.flexmigrate.mysql.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Holds back changes of definitions on the source while a dump is taken, where it can, and notices those that came through. */
final class SchemaWatch implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final MySqlServer source;
    private final Dialect dialect;
    private final Function<Session, Schema> reading;
    private final Map<String, Long> counted;
    private final Schema before;
    private Optional<BackupLock> lock = Optional.empty();

    /** Begins to watch. */
    SchemaWatch(MySqlServer source, ServerVersion version, Function<Session, Schema> reading) {
        this.source = source;
        this.dialect = new Dialect(version);
        this.reading = reading;
        // in this order: a change between the two is seen by the counters, or is in the definitions already
        this.counted = source.with(session -> new DefinitionChanges(session).counted());
        this.before = source.with(reading);
    }

    /**
     * Holds back changes until this is closed, where the server and the account can.
     *
     * <p>To be called while the source is locked: a change that waits for this lock holds another that the global read lock
     * would wait for, so taken the other way round neither would ever come.
     *
     * @param silence after which the server lets them through when we fall silent
     */
    void holdBack(Duration silence, StageLog log) {
        if (source.with(session -> BackupLock.isOffered(session, dialect))) {
            log.intend(Step.of("hold-back-ddl"), Map.of());
            lock = BackupLock.tryAcquire(source, WAIT, silence);
            log.reach(Step.of("hold-back-ddl"), Map.of("held", Boolean.toString(lock.isPresent())));
        }
    }

    /** The definitions at the beginning, which are those of the dump when there are no {@link #changes}. */
    Schema schema() {
        return before;
    }

    /** Whether something may have changed since the beginning; true also where only temporary tables were made. */
    boolean mayHaveChanged() {
        close();
        return !source.with(session -> new DefinitionChanges(session).counted()).equals(counted)
                || !source.with(reading).equals(before);
    }

    /**
     * What changed since the beginning, in words; empty when nothing did.
     *
     * @param start the coordinates of the snapshot
     */
    Optional<String> changes(BinlogCoordinates start, List<String> databases) {
        if (lock.filter(BackupLock::isHeld).isPresent()) {
            // and because a TRUNCATE that waits for our lock would let nobody look at its table
            return Optional.empty();
        }
        if (!source.with(reading).equals(before)) {
            return Optional.of("The schema of the source changed meanwhile (CREATE, ALTER, DROP).");
        }
        return source.with(session -> {
            DefinitionChanges changes = new DefinitionChanges(session);
            if (changes.counted().equals(counted)) {
                return Optional.<String>empty();
            }
            // because rows that TRUNCATE or an exchange of names took away leave definitions as they were
            List<String> statements = changes.since(start, dialect, databases);
            return statements.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "Tables of the source were changed meanwhile: " + String.join("; ", statements) + ".");
        });
    }

    @Override
    public void close() {
        lock.ifPresent(BackupLock::close);
    }
}
