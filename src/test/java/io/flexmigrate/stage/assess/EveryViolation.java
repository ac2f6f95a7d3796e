package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.ObjectName;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ReplicaStatus.ThreadError;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.SpecialColumn;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.BinlogLifetime;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.Events;
import io.flexmigrate.mysql.ForeignKeys.ForeignKey;
import io.flexmigrate.mysql.ReplicationFilters;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.mysql.TableFiles.Placement;
import io.flexmigrate.mysql.TableOptions.CollationUse;
import io.flexmigrate.mysql.TableOptions.Options;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Pairs of servers with something wrong everywhere; several, since some faults rule each other out. */
final class EveryViolation {

    private static final Client OLD =
            new Client(42, "batch", "host1", "Query", Duration.ofSeconds(90), "SELECT SLEEP(1000)");
    static final String TWO_GROUPS = """
            scope: { databases: [shop, crm, nowhere] }
            verify: { mode: none }
            cutover:
              way_back: none
              groups:
                - { name: front, databases: [shop], accounts: ['app@%', 'nobody@%'] }
                - { name: back, databases: [crm] }
            """;

    static final String COPYING = TWO_GROUPS + "accounts: { copy: true }\ndefiners: { 'old@%': 'nobody@%' }\n";

    private EveryViolation() {}

    /** Servers whose settings and states are wrong. */
    static List<Finding> ofServers() {
        SourceSample source = new SourceSample()
                .with("log_bin", "OFF")
                .with("binlog_format", "MIXED")
                .with("binlog_row_image", "MINIMAL")
                .with("server_id", "0")
                .with("server_uuid", "one")
                .with("sync_binlog", "0")
                .with("read_only", "ON")
                .with("require_secure_transport", "ON")
                .with("gtid_mode", "ON")
                .with("max_allowed_packet", "67108864")
                .with("sql_mode", "")
                .with("time_zone", "Europe/Berlin")
                .with("event_scheduler", "ON")
                .with("character_set_server", "latin1")
                .with("collation_server", "latin1_swedish_ci")
                .with("max_connections", "3")
                .with("innodb_page_size", "32768")
                .with(new ColumnsOfHugeValues(Map.of(SourceSample.ORDERS, "scan")))
                .with(new EnabledEvents(List.of(new Events.Name("shop", "nightly"))))
                .with(new BinlogReaders(List.of(OLD)))
                .with(new LongStatements(List.of(OLD)));
        source.version = "8.0.45";
        source.privileges = Set.of("SELECT");
        source.tables = List.of(new TableSize(DataSamples.table("Items"), "InnoDB", 1_000, 64 << 20, 0, true));
        source.busy = List.of(OLD);
        source.replica = Optional.of(link());
        source.preparedTransactions = 2;
        source.binlogFilters = "binlog_do_db shop";
        source.hiddenDefinition = Optional.of("function shop.tax");
        source.replicationAccounts = List.of();
        source.objects = List.of(new ObjectName(Kind.FUNCTION, "shop", "tax"));
        source.with(new BinlogKeeping(
                new BinlogLifetime(Optional.of(Duration.ofMinutes(1)), "as set", BinlogLifetime.Keeper.DAYS, false)));
        return findings(Inventories.plan(), source, spoiledTarget(), Inventories.tools(1));
    }

    private static TargetSample spoiledTarget() {
        TargetSample target = new TargetSample()
                .with("server_uuid", "one")
                .with("log_bin_trust_function_creators", "OFF")
                .with("lower_case_table_names", "1")
                .with("read_only", "ON")
                .with("max_allowed_packet", "16777216")
                .with("sql_mode", "STRICT_TRANS_TABLES,NO_ZERO_DATE")
                .with("event_scheduler", "OFF")
                .with("character_set_server", "utf8mb4")
                .with("innodb_page_size", "16384")
                .with(new TargetFilters(
                        Optional.of(Map.of(ReplicationFilters.WILD_IGNORE_TABLE, "shop.%", "REPLICATE_DO_DB", "x"))));
        target.privileges = Set.of("SELECT");
        target.replica = Optional.of(link());
        target.procedures.clear();
        target.databases.put("shop", 3L);
        return target;
    }

    private static ReplicaStatus link() {
        return new ReplicaStatus(
                "other", 3307, "No", "No", Optional.empty(), OptionalLong.empty(), ThreadError.NONE, ThreadError.NONE);
    }

    /** Targets that cannot be linked as the plan has it. */
    static List<Finding> ofLinks() {
        TargetSample plain = new TargetSample();
        plain.privileges = Set.of("SELECT");
        Plan intoPlain = Inventories.planReplacing(
                "REPL_PASSWORD } }\ntarget:\n  kind: flexible-server",
                "REPL_PASSWORD }, ca: ca.pem }\ntarget:\n  kind: mysql");
        Plan byGtid = Inventories.planWith("link: { mode: gtid }\ncutover: { way_back: none }");
        SourceSample old = new SourceSample().with("server_id", "8");
        old.version = "5.7.22";
        Plan back = Inventories.planWith("cutover: { way_back: required }");
        return Stream.of(
                        findings(intoPlain, new SourceSample(), plain, Inventories.tools(1)),
                        findings(byGtid, new SourceSample(), new TargetSample(), Inventories.tools(1)),
                        findings(back, old, new TargetSample(), Inventories.tools(1)))
                .flatMap(List::stream)
                .toList();
    }

    /** Databases, tables, columns and code of a 5.7 that an 8.4 does not take. */
    static List<Finding> ofData() {
        SourceSample source = new SourceSample();
        source.version = "5.7.22";
        source.databases = List.of("attic", "crm", "größe", "shop");
        source.scope = List.of("crm", "shop");
        source.tables = List.of(
                new TableSize(SourceSample.ORDERS, "InnoDB", 10, 90 << 20, 0, false),
                new TableSize(DataSamples.table("log"), "MyISAM", 5, 100, 0, true),
                new TableSize(DataSamples.table("LOG"), "InnoDB", 5, 100, 0, true),
                new TableSize(DataSamples.table("back`tick"), "InnoDB", 5, 100, 0, true));
        source.special = List.of(new SpecialColumn(SourceSample.ORDERS, "weight", "float", ""));
        source.with(columns()).with(code()).with(references());
        source.with(new ForeignKeyTraits(
                List.of(new ForeignKey(SourceSample.ORDERS, "fk", new TableName("attic", "people"), false))));
        source.with(new TableTraits(
                List.of(new Options(SourceSample.ORDERS, "row_format=FIXED")),
                List.of(new Placement(SourceSample.ORDERS, "the tablespace far")),
                List.of(new CollationUse("utf8mb4_uca1400_ai_ci", "shop.orders", 3))));
        TargetSample target = new TargetSample()
                .with("lower_case_table_names", "2")
                .with("sql_generate_invisible_primary_key", "ON")
                .with("restrict_fk_on_non_standard_key", "ON")
                .with("max_allowed_packet", "16777216")
                .with("sql_mode", "STRICT_TRANS_TABLES,NO_ZERO_DATE");
        target.version = "8.4.0";
        return findings(Inventories.planWith(TWO_GROUPS), source, target, Inventories.tools(Long.MAX_VALUE));
    }

    private static ColumnTraits columns() {
        return DataSamples.columns(
                DataSamples.column("n", "int", "int", "", Optional.empty(), "auto_increment", ""),
                DataSamples.column("y", "year", "year(2)"),
                DataSamples.column("body", "json", "json"),
                DataSamples.column("rank", "int", "int"),
                DataSamples.column("d", "date", "date", "", Optional.of("0000-00-00"), "", ""),
                DataSamples.column("g", "text", "text", "", Optional.empty(), "VIRTUAL GENERATED", "encode('a','b')"),
                new Column(SourceSample.ORDERS, "p", "point", "point", "", Optional.empty(), "", "", true, false));
    }

    private static StoredCode code() {
        return new StoredCode(List.of(
                DataSamples.stored(Kind.VIEW, "broken", "", "select `shop`.`gone`.`id` AS `id` from `shop`.`gone`"),
                DataSamples.hiddenView("hidden"),
                DataSamples.stored(
                        Kind.PROCEDURE,
                        "p",
                        "ORACLE",
                        "CREATE DEFINER=`root`@`%` PROCEDURE `p`() SELECT rank, PASSWORD('a') FROM t"),
                DataSamples.stored(Kind.PROCEDURE, "q", "", "SELECT ASTEXT(a)")));
    }

    private static SourceReferences references() {
        return new SourceReferences(List.of(
                new Reference("foreign key", "shop", "fk", "crm", "people"),
                new Reference("view", "shop", "w", "crm", "people"),
                new Reference("view", "shop", "v", "attic", "people"),
                new Reference("trigger", "shop", "t", "attic", "people"),
                new Reference("event", "attic", "e", "shop", "orders")));
    }

    /** Servers and tools of kinds and releases that cannot work. */
    static List<Finding> ofReleases() {
        SourceSample newer = new SourceSample();
        newer.version = "8.4.0";
        newer.privileges = Set.of("SELECT");
        SourceSample managed = new SourceSample().with("tls_version", "TLSv1");
        managed.version = "8.0.40-azure";
        TargetSample old = new TargetSample();
        old.version = "5.6.51";
        TargetSample maria = new TargetSample();
        maria.version = "10.11.6-MariaDB";
        ToolVersion plain = new ToolVersion(Tool.MYLOADER, 0, 10, 1, Set.of());
        Plan encrypting = Inventories.planReplacing("user: repl,", "user: repl, ca: ca.pem,");
        List<Finding> findings = new ArrayList<>();
        findings.addAll(findings(Inventories.plan(), newer, old, Inventories.tools(Long.MAX_VALUE)));
        findings.addAll(findings(
                encrypting, managed, maria, new ToolInventory(Optional.empty(), Optional.of(plain), "gone", "", 0)));
        findings.addAll(findings(
                Inventories.planWith("dump: { compress: zstd }"),
                withSpecialColumns(),
                new TargetSample(),
                Inventories.tools(Long.MAX_VALUE)));
        findings.addAll(findings(
                Inventories.plan(),
                withFewPrivileges(),
                new TargetSample(),
                new ToolInventory(
                        Optional.of(Inventories.tool(Tool.MYDUMPER, 1, 0, 1)),
                        Optional.of(Inventories.tool(Tool.MYLOADER, 0, 15, 3)),
                        "",
                        "",
                        Long.MAX_VALUE)));
        return findings;
    }

    private static SourceSample withSpecialColumns() {
        SourceSample source = new SourceSample();
        source.tables = Stream.of("a", "b", "c", "d")
                .map(name -> new TableSize(DataSamples.table(name), "InnoDB", 1, 1, 0, true))
                .toList();
        source.special = List.of(
                new SpecialColumn(DataSamples.table("a"), "made", "timestamp", "DEFAULT_GENERATED"),
                new SpecialColumn(DataSamples.table("b"), "unseen", "int", "INVISIBLE"),
                new SpecialColumn(DataSamples.table("c"), "weight", "float", ""),
                new SpecialColumn(DataSamples.table("d"), "choice", "enum('a','')", ""));
        return source;
    }

    private static SourceSample withFewPrivileges() {
        SourceSample source = new SourceSample();
        source.privileges = Set.of("SELECT");
        return source;
    }

    /** Servers that told their settings, which call for a closer look everywhere, and nothing more. */
    static List<Finding> ofUnreadServers(String sourceVersion) {
        SourceSample source = new SourceSample()
                .with("max_allowed_packet", "67108864")
                .with("event_scheduler", "ON")
                .with("innodb_page_size", "32768");
        source.version = sourceVersion;
        TargetSample target = spoiledTarget()
                .with("sql_generate_invisible_primary_key", "ON")
                .with("require_secure_transport", "ON")
                .with("restrict_fk_on_non_standard_key", "ON");
        target.version = "9.0.0";
        Assessment unread = new Assessment(
                Optional.of(new SourceInventory(source.seen().server(), new Parts.Builder().build())),
                Optional.of(new TargetInventory(target.seen().server(), new Parts.Builder().build())),
                Inventories.tools(Long.MAX_VALUE),
                List.of());
        List<Finding> findings = new ArrayList<>(Checks.findings(Inventories.planWith(TWO_GROUPS), unread));
        findings.addAll(Checks.findings(Inventories.planWith(COPYING), unread));
        return findings;
    }

    static List<Finding> findings(Plan plan, SourceSample source, TargetSample target, ToolInventory tools) {
        return Checks.findings(
                plan, new Assessment(Optional.of(source.seen()), Optional.of(target.seen()), tools, List.of()));
    }
}
