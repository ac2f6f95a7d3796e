package io.flexmigrate.scenario;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import java.io.IOException;
import java.nio.file.Path;

/** A target that is no flexible server: a MySQL whose account for the migration may do what ASSESS asks for, and no more. */
final class PlainTarget {

    private static final String PRIVILEGES = "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES,"
            + " CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE, EXECUTE, EVENT, TRIGGER, PROCESS, REPLICATION CLIENT, RELOAD,"
            + " REPLICATION_SLAVE_ADMIN, SYSTEM_VARIABLES_ADMIN, SET_USER_ID";

    private PlainTarget() {}

    static LabServer start(String... options) {
        LabServer server = Lab.start(LabVersion.MYSQL_8_0, options);
        server.execute(
                "CREATE USER " + FlexibleServerEmulation.ADMIN + "@'%' IDENTIFIED BY '"
                        + FlexibleServerEmulation.ADMIN_PASSWORD.value() + "'",
                "GRANT " + PRIVILEGES + " ON *.* TO " + FlexibleServerEmulation.ADMIN + "@'%'");
        return server;
    }

    /** The same plan for such a target. */
    static Path plan(Path ofFlexibleServer) throws IOException {
        return new PlanEdit(ofFlexibleServer).replacing("kind: flexible-server", "kind: mysql");
    }
}
