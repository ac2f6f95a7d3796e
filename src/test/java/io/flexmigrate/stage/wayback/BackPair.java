package io.flexmigrate.stage.wayback;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.LinkedPair;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.Poll;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A linked pair with a way back to be made. */
record BackPair(LinkedPair servers, String way) implements AutoCloseable {

    static BackPair begin(LabVersion version, String way) {
        return new BackPair(LinkedPair.begin(version), way);
    }

    WayBack wayBack() {
        return new WayBack(
                plan(way), source().root(), FlexibleServerEmulation.admin(target()), Poll.real(Pause.real()));
    }

    Plan plan(String wanted) {
        String text = """
                version: 1
                name: lab
                source:
                  host: %s
                  port: %d
                  user: root
                  password: { env: SOURCE_PASSWORD }
                  replication: { host: %s, user: repl, create: true }
                target:
                  kind: flexible-server
                  host: %s
                  port: %d
                  user: %s
                  password: { env: TARGET_PASSWORD }
                cutover: { way_back: %s }
                """.formatted(
                        source().host(),
                        source().port(),
                        source().host(),
                        target().host(),
                        target().port(),
                        FlexibleServerEmulation.ADMIN,
                        wanted);
        return new PlanReader().read(Path.of("plan.yaml"), text).plan();
    }

    static StageLog log(Journal journal) {
        return new StageLog(StageName.CUT_OVER, journal, InstantSource.system()).in(Crossing.first("shop"));
    }

    LabServer source() {
        return servers.source();
    }

    LabServer target() {
        return servers.target();
    }

    BinlogCoordinates coordinates(LabServer server) {
        Dialect dialect = new Dialect(server.version().number());
        return server.root()
                .with(session -> new Binlog(session, dialect).coordinates().orElseThrow());
    }

    static List<String> column(LabServer server, String query) {
        return server.root().query(Sql.of("looking", query)).stream()
                .map(Row::only)
                .toList();
    }

    /** Makes a database of one table on the source. */
    void create(String database) {
        source().execute(
                        "CREATE DATABASE " + database,
                        "CREATE TABLE " + database
                                + ".t (id INT PRIMARY KEY, words VARCHAR(100)) CHARACTER SET utf8mb4");
    }

    @Override
    public void close() {
        servers.close();
    }
}
