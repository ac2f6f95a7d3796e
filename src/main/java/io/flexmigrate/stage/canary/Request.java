package io.flexmigrate.stage.canary;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Canary;
import io.flexmigrate.plan.Plan;

/** What a canary asks for, again and again, and what it needs for that. */
record Request(Canary canary, String database) {

    static Request of(Canary canary, Plan.Group group) {
        return new Request(
                canary,
                canary.database()
                        .orElseGet(() -> group.databases().stream().findFirst().orElse("")));
    }

    /** In autocommit, so that its answer means that it is committed. */
    Sql sql() {
        return switch (canary.mode()) {
            case READ -> Sql.of("asking who answers", "SELECT @@server_uuid AS uuid");
            case WRITE ->
                Sql.of(
                        "writing as the canary",
                        "INSERT INTO " + table() + " (id, n) VALUES (1, 1) ON DUPLICATE KEY UPDATE n = n + 1");
        };
    }

    /** Changes nothing, and fails where {@link #sql} would. */
    Sql harmless() {
        return switch (canary.mode()) {
            case READ -> sql();
            case WRITE ->
                Sql.of(
                        "trying the canary's table",
                        "INSERT INTO " + table() + " (id, n) SELECT 1, 1 FROM DUAL WHERE 1 = 0"
                                + " ON DUPLICATE KEY UPDATE n = VALUES(n)");
        };
    }

    /** The statement by which a person makes its table. */
    String creation() {
        return "CREATE TABLE " + table() + " (id INT NOT NULL PRIMARY KEY, n BIGINT NOT NULL) ENGINE = InnoDB;";
    }

    private String table() {
        return Identifier.quoted(database) + "." + Identifier.quoted(Canary.TABLE);
    }
}
