package io.flexmigrate.testing;

import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.Forecast.Retention;
import io.flexmigrate.model.Forecast.StageTime;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.planning.AssessmentResult.GroupPlan;
import io.flexmigrate.planning.AssessmentResult.ParameterAdvice;
import io.flexmigrate.planning.AssessmentResult.Server;
import io.flexmigrate.planning.AssessmentResult.Unseen;
import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.planning.PlanningReport.StageActions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Planning reports as they come from large servers, from servers that do not answer, and from hostile ones. */
public final class PlanningSamples {

    /** What a name can hold: markup, quotes, an escape sequence and a right-to-left override. */
    public static final String HOSTILE =
            "</script><img src=x onerror=alert(1)>\"'`&{{plan}} \u001b[31mred\u001b[0m \u202egnp.exe";

    public static final Rule INNODB = Rule.absolute(
            "FM1042",
            "Tables are InnoDB",
            "Other engines have no consistent snapshot, and the flexible server has InnoDB only.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-limitations");
    public static final Rule KEYS = Rule.of(
            "FM1043",
            "Every table has a primary key",
            "Without one each replicated change reads the whole table on the target, and the flexible server adds an invisible"
                    + " key of its own.",
            "https://dev.mysql.com/doc/refman/8.0/en/create-table-gipks.html");
    public static final Rule FORMAT = Rule.of(
            "FM1011",
            "The binlog has rows in it",
            "Statements may give other data on the target than on the source.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-formats.html");
    public static final Rule PACKET = Rule.of(
            "FM1086",
            "The target takes the longest rows",
            "A row longer than max_allowed_packet ends LOAD with error 1153.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-server-parameters");
    public static final Rule GRANTS =
            Rule.of("FM1025", "The grants can be read", "What an account may do decides who writes to a group.", "");

    private static final long GIB = 1L << 30;

    private PlanningSamples() {}

    /** A large shop with everything in it that a report can show. */
    public static PlanningReport rich() {
        return report(findings(), tables(), stages());
    }

    /** Nothing stands in the way, and nothing is large. */
    public static PlanningReport ready() {
        return report(List.of(), tables().subList(0, 2), stages().subList(0, 5));
    }

    /** Neither server could be reached. */
    public static PlanningReport unreachable() {
        Finding unreachable = SampleFindings.blocker(
                "FM1000", "source", "It cannot be reached: Connection refused.", "Check source.host and source.port.");
        AssessmentResult result = new AssessmentResult(
                new Server("db1.example.com:3306", "", ""),
                new Server("shop.mysql.database.azure.com:3306", "", ""),
                List.of(),
                List.of(unreachable),
                Catalogue.of(List.of()),
                List.of(),
                List.of(),
                Forecast.NONE,
                List.of(),
                List.of());
        StageActions assess = new StageActions(StageName.ASSESS, List.of(), "not enough could be read");
        return new PlanningReport("shop", Samples.NOON, "0.1.0", result, List.of(assess), "/home/anna/migrate-shop");
    }

    /** The rich one with this many findings of one rule more, and as many actions. */
    public static PlanningReport huge(int number) {
        List<Finding> findings = new ArrayList<>(findings());
        List<Action> actions = new ArrayList<>();
        for (int next = 0; next < number; next++) {
            findings.add(withoutKey("shop.part_" + next));
            actions.add(
                    new Action(Action.Kind.SQL, Action.TARGET, "CREATE VIEW `shop`.`view_" + next + "` AS SELECT 1;"));
        }
        List<StageActions> stages = new ArrayList<>(stages());
        stages.set(3, new StageActions(StageName.LOAD, actions, ""));
        return report(findings, tables(), stages);
    }

    private static PlanningReport report(List<Finding> findings, List<TableSize> tables, List<StageActions> stages) {
        AssessmentResult result = new AssessmentResult(
                new Server("db1.example.com:3306", "5.7.22-log", "MySQL"),
                new Server("shop.mysql.database.azure.com:3306", "8.0.40-azure", "Azure Database for MySQL"),
                List.of("mydumper 0.16.11", "myloader 0.16.11"),
                findings,
                Catalogue.of(List.of(INNODB, KEYS, FORMAT, PACKET, GRANTS)),
                List.of(new Unseen(
                        "network from target to source",
                        "Whether shop.mysql.database.azure.com reaches db1.example.com:3306 can be seen from there only.",
                        "Allow it in the network security group, and try it from a machine in the server's network:\n"
                                + "nc -vz db1.example.com 3306")),
                tables,
                forecast(),
                groups(),
                parameters());
        return new PlanningReport("shop", Samples.NOON, "0.1.0", result, stages, "/home/anna/migrate-shop");
    }

    private static List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(List.of(
                INNODB.blocker(
                        "shop.sessions", "Its engine is MEMORY.", "ALTER TABLE `shop`.`sessions` ENGINE=InnoDB;"),
                INNODB.blocker(
                        HOSTILE,
                        "Its engine is MyISAM, and its comment says: " + HOSTILE,
                        "Change its engine:\nALTER TABLE `" + HOSTILE.replace("`", "``") + "` ENGINE=InnoDB;"),
                FORMAT.blocker(
                                "source binlog_format",
                                "binlog_format is MIXED.",
                                "Change it, and let all clients reconnect:\nSET GLOBAL binlog_format = 'ROW';")
                        .acceptedBecause("all statements are deterministic; see ticket 4711, " + HOSTILE),
                GRANTS.unknown("source mysql.db", "SELECT on mysql.db is denied to migrate@10.0.0.7 (error 1142)."),
                PACKET.warning(
                        "shop.pictures",
                        "Its longest row has 41.2 MB; max_allowed_packet of the target is 16.8 MB.",
                        "Raise it before LOAD:\naz mysql flexible-server parameter set --resource-group <resource-group>"
                                + " --server-name <name> --name max_allowed_packet --value 1073741824"),
                SampleFindings.info("FM1003", "source", "It is MySQL 5.7, which gets no updates since October 2023.")));
        IntStream.range(0, 30).forEach(number -> findings.add(withoutKey("shop.log_" + number)));
        return findings;
    }

    private static Finding withoutKey(String table) {
        String quoted = "`" + table.replace(".", "`.`") + "`";
        return KEYS.warning(
                table,
                "It has no primary key and about 1,200,000 rows.",
                "Add one while the table is quiet:\nALTER TABLE " + quoted
                        + " ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY;");
    }

    private static List<TableSize> tables() {
        List<TableSize> tables = new ArrayList<>();
        tables.add(table("shop", "orders", 812_000_000, 210 * GIB, 95 * GIB));
        tables.add(table("shop", "order_lines", 2_900_000_000L, 160 * GIB, 40 * GIB));
        tables.add(table("warehouse", "movements", 400_000_000, 61 * GIB, 12 * GIB));
        tables.add(table("漢字データ", "顧客", 1_000_000, 3 * GIB, GIB));
        tables.add(table("shop", HOSTILE, 12, GIB, 0));
        IntStream.range(0, 30).forEach(n -> tables.add(table("shop", "log_" + n, 1_200_000, GIB / (n + 2), 0)));
        tables.add(new TableSize(new TableName("crm", "empty"), "InnoDB", 0, 0, 0, false));
        return tables;
    }

    private static TableSize table(String database, String name, long rows, long data, long indexes) {
        return new TableSize(new TableName(database, name), "InnoDB", rows, data, indexes, true);
    }

    private static Forecast forecast() {
        return new Forecast(
                List.of(
                        time("DUMP", "", 48, 95, "576 GB at 100 to 200 MB/s, with 8 threads"),
                        time("LOAD", "rows", 190, 390, "a probe of orders and order_lines loaded 27 to 55 MB/s"),
                        time("LOAD", "secondary indexes", 40, 130, "159 GB of indexes; by the tables' sizes alone"),
                        time("CATCH_UP", "", 25, 90, "the source wrote 1.3 MB/s of binlog during the probe"),
                        time("VERIFY", "", 60, 180, "two passes over all rows"),
                        new StageTime("CUT_OVER", "", Duration.ofMillis(40), Duration.ofSeconds(2), "a whole server")),
                Optional.of(new Retention(Duration.ofHours(8), Duration.ofHours(12), "expire_logs_days is 0.33")));
    }

    private static StageTime time(String stage, String part, long shortest, long longest, String basis) {
        return new StageTime(stage, part, Duration.ofMinutes(shortest), Duration.ofMinutes(longest), basis);
    }

    private static List<GroupPlan> groups() {
        return List.of(
                new GroupPlan(
                        "shop",
                        List.of("shop", "crm", HOSTILE),
                        List.of(new AccountName("shop_app", "10.%"), new AccountName("cron", "localhost")),
                        List.of("shop_app@10.% (INSERT, UPDATE, DELETE on shop.*)", "root@localhost (all databases)"),
                        List.of(
                                "foreign key crm.contacts.fk_customer names shop.customers",
                                "view crm.v names shop.orders")),
                new GroupPlan("warehouse", List.of("warehouse", "漢字データ"), List.of(), List.of(), List.of()));
    }

    private static List<ParameterAdvice> parameters() {
        return List.of(
                parameter("max_allowed_packet", "16777216", "1073741824", "rows of up to 41.2 MB"),
                parameter("innodb_io_capacity", "200", "4000", "background flushing keeps up with 8 threads of LOAD"));
    }

    private static ParameterAdvice parameter(String name, String now, String load, String why) {
        String set =
                "az mysql flexible-server parameter set --resource-group <resource-group> --server-name <name> --name "
                        + name + " --value ";
        return new ParameterAdvice(name, now, load, why, set + load, set + now);
    }

    private static List<StageActions> stages() {
        List<Action> views = IntStream.range(0, 40)
                .mapToObj(number -> sql(Action.TARGET, "CREATE VIEW `shop`.`v" + number + "` AS SELECT 1;"))
                .toList();
        List<Action> load = new ArrayList<>(
                List.of(
                        new Action(
                                Action.Kind.COMMAND,
                                Action.HERE,
                                "myloader --defaults-file=/home/anna/migrate-shop/tmp/tool.cnf --directory /home/anna/migrate-shop/dump"
                                        + " --threads 8 --innodb-optimize-keys --compress-protocol"),
                        sql(Action.TARGET, "CREATE TABLE `" + HOSTILE.replace("`", "``") + "` (id INT);"),
                        sql(
                                Action.TARGET,
                                "CREATE TRIGGER `shop`.`t` BEFORE INSERT ON `shop`.`orders`\nFOR EACH ROW\nSET NEW.at = NOW();")));
        load.addAll(views);
        return List.of(
                new StageActions(StageName.ASSESS, List.of(), ""),
                new StageActions(
                        StageName.PREPARE, List.of(sql(Action.SOURCE, "SET GLOBAL expire_logs_days = 3;")), ""),
                new StageActions(
                        StageName.DUMP,
                        List.of(
                                sql(Action.SOURCE, "FLUSH TABLES WITH READ LOCK;"),
                                new Action(
                                        Action.Kind.COMMAND,
                                        Action.HERE,
                                        "mydumper --defaults-file=/home/anna/migrate-shop/tmp/tool.cnf --threads 8"
                                                + " --outputdir /home/anna/migrate-shop/dump --regex '^(shop|crm|warehouse)\\.'"),
                                new Action(
                                        Action.Kind.WAIT,
                                        Action.HERE,
                                        "wait until the snapshots of all threads stand: the log says so, and the source shows as"
                                                + " many transactions as there are threads"),
                                sql(Action.SOURCE, "UNLOCK TABLES;")),
                        ""),
                new StageActions(StageName.LOAD, load, ""),
                new StageActions(
                        StageName.ACCOUNTS,
                        List.of(new Action(Action.Kind.NOTE, Action.TARGET, "see that shop_app@10.% is there")),
                        ""),
                new StageActions(StageName.LINK, List.of(), "the binlog position could not be read: " + HOSTILE));
    }

    private static Action sql(String where, String text) {
        return new Action(Action.Kind.SQL, where, text);
    }
}
