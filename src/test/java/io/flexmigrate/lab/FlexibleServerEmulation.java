package io.flexmigrate.lab;

import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What makes a plain server behave like an Azure flexible server: start options and a script. */
public final class FlexibleServerEmulation {

    public static final String ADMIN = "flexadmin";
    public static final Secret ADMIN_PASSWORD = new Secret("lab-Admin-1");

    private static final Path SCRIPT = Path.of("scripts", "flexible-server-emulation.sql");

    private FlexibleServerEmulation() {}

    /** Starts a new server that behaves like a flexible server. */
    public static LabServer start(LabVersion version, Ha ha) {
        return start(version, ha, List.of());
    }

    /** The same with options of its own, which win over those of the emulation. */
    public static LabServer start(LabVersion version, Ha ha, List<String> more) {
        List<String> options = new ArrayList<>(mysqldOptions(version, ha));
        options.addAll(more);
        LabServer server = Lab.start(version, options);
        install(server, ha);
        return server;
    }

    /** The server as the administrator sees it, who is not its superuser. */
    public static MySqlServer admin(LabServer server) {
        return MySqlServer.connecting(server.settings("target", ADMIN, ADMIN_PASSWORD));
    }

    /** The parameters of a flexible server that matter to a migration and can only be set at start. */
    public static List<String> mysqldOptions(LabVersion version, Ha ha) {
        List<String> options = new ArrayList<>(List.of(
                "--replicate-wild-ignore-table=mysql.%",
                "--replicate-wild-ignore-table=information_schema.%",
                "--replicate-wild-ignore-table=performance_schema.%",
                "--replicate-wild-ignore-table=sys.%",
                "--relay-log=relay_bin",
                "--relay-log-recovery=ON",
                "--loose-master-info-repository=TABLE",
                "--loose-relay-log-info-repository=TABLE",
                "--log-bin-trust-function-creators=ON",
                "--max-allowed-packet=16777216",
                "--loose-local-infile=ON",
                "--loose-sql-generate-invisible-primary-key=ON"));
        if (version.speaksTls()) {
            options.add("--require-secure-transport=ON");
        }
        if (ha == Ha.GTID_ONLY) {
            options.addAll(List.of("--gtid-mode=ON", "--enforce-gtid-consistency=ON"));
        }
        return options;
    }

    /** Runs the script and takes away the procedures that a server with high availability does not have. */
    public static void install(LabServer server, Ha ha) {
        List<String> statements = new ArrayList<>();
        statements.add("SET @admin_user = '" + ADMIN + "'");
        statements.add("SET @admin_password = '" + ADMIN_PASSWORD.value() + "'");
        statements.addAll(SqlScript.read(SCRIPT).statements());
        statements.add("SET SESSION sql_log_bin = 0");
        absentProcedures(ha).forEach(name -> statements.add("DROP PROCEDURE mysql." + name));
        server.execute(statements);
    }

    private static List<String> absentProcedures(Ha ha) {
        return switch (ha) {
            case NONE -> List.of();
            case GTID_ONLY -> List.of("az_replication_change_master");
            case PROCEDURES_ABSENT_2021 ->
                List.of(
                        "az_replication_change_master",
                        "az_replication_change_master_with_gtid",
                        "az_replication_start",
                        "az_replication_stop",
                        "az_replication_remove_master",
                        "az_replication_skip_counter");
        };
    }
}
