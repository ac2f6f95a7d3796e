package io.flexmigrate.stage.evidence;

import io.flexmigrate.engine.ClosingWords;
import io.flexmigrate.engine.MovedReading;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Testimony;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
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
import io.flexmigrate.stage.wayback.WayBack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks both servers, before the link between them goes, what a person may want to show later. */
public record ClosingLook(MySqlServer source, MySqlServer target, ClosedGroups closed) {

    /** Writes it into the journal, once in a run: whatever is said later is said without a link. */
    public void take(Fact.CutOver cutOver, StageLog log) {
        if (ClosingWords.in(log.past()).isPresent()) {
            return;
        }
        Map<String, String> values = new TreeMap<>();
        try (Session session = source.open()) {
            askSource(session, cutOver, log, values);
        } catch (MySqlException unreachable) {
            values.put(ClosingWords.TROUBLE, String.valueOf(unreachable.getMessage()));
        }
        try (Session session = target.open()) {
            askTarget(session, values);
        }
        log.observe(ClosingWords.WHAT, values);
    }

    private void askSource(Session session, Fact.CutOver cutOver, StageLog log, Map<String, String> values) {
        Dialect dialect = dialect(session);
        List<Testimony.Moved> groups = cutOver.moves().stream()
                .map(move -> MovedReading.moved(move, log.past(StageName.CUT_OVER)))
                .toList();
        long first = cutOver.moves().stream()
                .mapToLong(move -> move.fence().fileNumber())
                .min()
                .orElse(0);
        Binlog binlog = new Binlog(session, dialect);
        values.put(ClosingWords.SOURCE_UUID, new Gtids(session).serverUuid());
        values.put(ClosingWords.SOURCE_VERSION, version(session));
        values.put(ClosingWords.SOURCE_GTIDS, binlog.executedGtids().text());
        values.put(
                ClosingWords.SOURCE_CLOSED,
                Boolean.toString(closed.open(groups, session, dialect).isEmpty()));
        List<String> files = new BinlogEvents(session)
                .files().stream()
                        .filter(file -> new BinlogCoordinates(file, 4).fileNumber() >= first)
                        .toList();
        // because what is written after this was read is scanned too
        values.put(
                ClosingWords.SCANNED_TO,
                binlog.coordinates().map(BinlogCoordinates::toString).orElse(""));
        values.put(
                ClosingWords.CHANGES,
                Integer.toString(new SourceWrites(binlog, WayBack.serverIds(log))
                        .after(cutOver.moves())
                        .size()));
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
