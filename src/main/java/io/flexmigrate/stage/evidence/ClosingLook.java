package io.flexmigrate.stage.evidence;

import io.flexmigrate.engine.ClosingWords;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.BinlogEvents;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Gtids;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.WriteProtection;
import io.flexmigrate.stage.wayback.WayBack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks both servers, before the link between them goes, what a person may want to show later. */
public record ClosingLook(MySqlServer source, MySqlServer target) {

    /** Writes it into the journal, once in a run: whatever is said later is said without a link. */
    public void take(BinlogCoordinates fence, StageLog log) {
        if (ClosingWords.in(log.past()).isPresent()) {
            return;
        }
        Map<String, String> values = new TreeMap<>();
        try (Session session = source.open()) {
            askSource(session, fence, WayBack.serverIds(log), values);
        } catch (MySqlException unreachable) {
            values.put(ClosingWords.TROUBLE, String.valueOf(unreachable.getMessage()));
        }
        try (Session session = target.open()) {
            askTarget(session, values);
        }
        log.observe(ClosingWords.WHAT, values);
    }

    private static void askSource(
            Session session, BinlogCoordinates fence, Set<Long> wayBack, Map<String, String> values) {
        Dialect dialect = dialect(session);
        Binlog binlog = new Binlog(session, dialect);
        values.put(ClosingWords.SOURCE_UUID, new Gtids(session).serverUuid());
        values.put(ClosingWords.SOURCE_VERSION, version(session));
        values.put(ClosingWords.SOURCE_GTIDS, binlog.executedGtids().text());
        values.put(
                ClosingWords.SOURCE_CLOSED,
                Boolean.toString(new WriteProtection(session, dialect).state().superReadOnly()));
        List<String> files = new BinlogEvents(session)
                .files().stream()
                        .filter(file -> new BinlogCoordinates(file, 4).fileNumber() >= fence.fileNumber())
                        .toList();
        // because what is written after this was read is scanned too
        values.put(
                ClosingWords.SCANNED_TO,
                binlog.coordinates().map(BinlogCoordinates::toString).orElse(""));
        values.put(
                ClosingWords.CHANGES,
                Integer.toString(binlog.changesSince(fence, wayBack).size()));
        values.put(ClosingWords.SCANNED_FILES, String.join(" ", files));
    }

    private static void askTarget(Session session, Map<String, String> values) {
        Gtids gtids = new Gtids(session);
        values.put(ClosingWords.TARGET_UUID, gtids.serverUuid());
        values.put(ClosingWords.TARGET_VERSION, version(session));
        values.put(ClosingWords.TARGET_GTIDS, gtids.executed().text());
        values.put(
                ClosingWords.TARGET_APPLIED,
                new Replica(session, dialect(session))
                        .status()
                        .flatMap(ReplicaStatus::applied)
                        .map(BinlogCoordinates::toString)
                        .orElse(""));
    }

    static Dialect dialect(Session session) {
        return new Dialect(ServerVersion.parse(version(session)));
    }

    static String version(Session session) {
        return session.query(Sql.of("reading the version", "SELECT VERSION() AS version"))
                .get(0)
                .text("version");
    }
}
