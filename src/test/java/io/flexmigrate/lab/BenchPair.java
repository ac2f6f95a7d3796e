package io.flexmigrate.lab;

import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A source with tables of one database, an emulated flexible server, and the judgement whether both hold the same. */
final class BenchPair implements AutoCloseable {

    static final String DATABASE = "bench";
    static final String PASSWORD = "lab-Bench-1";

    private static final String TABLES = "SELECT TABLE_NAME AS name FROM information_schema.TABLES"
            + " WHERE TABLE_SCHEMA = '" + DATABASE + "' ORDER BY name";

    /** Tables one CHECKSUM TABLE statement is asked for at once. */
    private static final int AT_ONCE = 500;

    final LabServer source;
    final LabServer target;
    private List<String> truth = List.of();

    private BenchPair(LabServer source, LabServer target) {
        this.source = source;
        this.target = target;
    }

    /** Boots both and makes the account the work is done with. */
    static BenchPair begin() {
        // because the making of the tables is not what is measured
        LabServer source = Lab.start(
                LabVersion.MYSQL_8_0,
                "--innodb-flush-log-at-trx-commit=0",
                "--sync-binlog=0",
                "--skip-innodb-doublewrite");
        LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE);
        source.execute(
                "CREATE USER migrate@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD + "'",
                "GRANT SELECT, RELOAD, PROCESS, REPLICATION CLIENT, REPLICATION SLAVE, SHOW VIEW, TRIGGER, EVENT,"
                        + " BACKUP_ADMIN, SYSTEM_VARIABLES_ADMIN, CONNECTION_ADMIN, XA_RECOVER_ADMIN ON *.* TO migrate@'%'",
                "CREATE USER repl@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD + "'",
                "GRANT REPLICATION SLAVE ON *.* TO repl@'%'",
                "CREATE DATABASE " + DATABASE);
        return new BenchPair(source, target);
    }

    /** Remembers what the source holds now as what every round must bring over. */
    void settle() {
        truth = content(source.root());
    }

    /** Takes away what a round left on the target. */
    void reset() {
        MySqlServer admin = FlexibleServerEmulation.admin(target);
        for (String statement : List.of("CALL mysql.az_replication_stop", "CALL mysql.az_replication_remove_master")) {
            try {
                admin.execute(Sql.of("removing the link", statement));
            } catch (MySqlException noLink) {
                // because most rounds end before there is one
            }
        }
        target.execute("DROP DATABASE IF EXISTS " + DATABASE, "DROP USER IF EXISTS migrate@'%', repl@'%'");
    }

    /** Nothing is fast that did not bring over every row and every index. */
    void judge(String contender) {
        List<String> content = content(target.root());
        if (!content.equals(truth)) {
            List<String> missing = new ArrayList<>(truth);
            missing.removeAll(content);
            throw new IllegalStateException(contender + " left another content on the target; not there of "
                    + truth.size() + ": "
                    + missing.stream().limit(5).toList());
        }
    }

    /** Processor seconds both servers have used so far. */
    double processorTime() {
        return ProcessorTime.of(pid(source)).own()
                + ProcessorTime.of(pid(target)).own();
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }

    /** Definitions with their keys, and checksums of the rows. */
    private static List<String> content(MySqlServer server) {
        List<String> tables = server.query(Sql.of("listing tables", TABLES)).stream()
                .map(row -> "`" + DATABASE + "`.`" + row.text("name") + "`")
                .toList();
        List<String> content = new ArrayList<>();
        for (int from = 0; from < tables.size(); from += AT_ONCE) {
            String some = String.join(", ", tables.subList(from, Math.min(tables.size(), from + AT_ONCE)));
            for (Row row : server.query(Sql.of("adding up tables", "CHECKSUM TABLE " + some))) {
                content.add(row.text("Table") + " " + row.number("Checksum"));
            }
        }
        for (Row row : server.query(Sql.of("reading keys", """
                SELECT CONCAT_WS(' ', TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, NON_UNIQUE) AS part
                FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = '%s' ORDER BY part""".formatted(DATABASE)))) {
            content.add(row.text("part"));
        }
        return content;
    }

    private static long pid(LabServer server) {
        Row row = server.root()
                .query(Sql.of("asking for the file with the process id", "SELECT @@pid_file AS file"))
                .get(0);
        return Long.parseLong(Directories.read(Path.of(row.text("file"))).strip());
    }
}
