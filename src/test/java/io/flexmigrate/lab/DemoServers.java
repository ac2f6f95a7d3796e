package io.flexmigrate.lab;

import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two servers of the demo where its plan says they are: a shop and an empty flexible server. */
record DemoServers(Plan plan, LabServer source, LabServer target) implements AutoCloseable {

    private static final Secret MIGRATE_PASSWORD = new Secret("demo-Migrate-1");
    private static final Secret REPLICATION_PASSWORD = new Secret("demo-Repl-1");
    private static final Secret APPLICATION_PASSWORD = new Secret("demo-Shop-1");
    private static final String APPLICATION = "shop_app";

    static DemoServers start(Plan plan) throws IOException {
        LabServer source =
                Lab.start(LabVersion.MYSQL_8_0, port(plan.source().endpoint().port()));
        List<String> options = new ArrayList<>(FlexibleServerEmulation.mysqldOptions(LabVersion.MYSQL_8_0, Ha.NONE));
        options.add(port(plan.target().endpoint().port()));
        LabServer target = Lab.start(LabVersion.MYSQL_8_0, options);
        DemoServers servers = new DemoServers(plan, source, target);
        servers.fill();
        return servers;
    }

    private static String port(int port) {
        return "--port=" + port;
    }

    private void fill() throws IOException {
        new TrafficTables(database()).create(source.root());
        source.execute(DemoData.statements(database()));
        source.execute(sourceAccounts());
        source.execute(applicationAccount());
        FlexibleServerEmulation.install(target, Ha.NONE);
        FlexibleServerEmulation.admin(target).with(session -> {
            applicationAccount()
                    .forEach(statement -> session.execute(Sql.of("making the application's account", statement)));
            return session;
        });
        Path ca = plan.source().replication().ca().orElseThrow();
        Files.createDirectories(ca.getParent());
        Files.writeString(ca, Files.readString(source.caCertificate()));
    }

    /** What the migration needs on a source, and no more. */
    private List<String> sourceAccounts() {
        String migrate = "'" + plan.source().endpoint().user() + "'@'%'";
        String replication = "'" + plan.source().replication().user() + "'@'%'";
        return List.of(
                "CREATE USER " + migrate + " IDENTIFIED BY '" + MIGRATE_PASSWORD.value() + "'",
                "GRANT SELECT, RELOAD, PROCESS, REPLICATION CLIENT, REPLICATION SLAVE, SHOW VIEW, TRIGGER, EVENT ON *.* TO "
                        + migrate,
                "GRANT SYSTEM_VARIABLES_ADMIN, CONNECTION_ADMIN, XA_RECOVER_ADMIN ON *.* TO " + migrate,
                "GRANT SELECT, INSERT, UPDATE, CREATE, DROP ON `migrate\\_heartbeat\\_%`.* TO " + migrate,
                "CREATE USER " + replication + " IDENTIFIED BY '" + REPLICATION_PASSWORD.value() + "' REQUIRE SSL",
                "GRANT REPLICATION SLAVE ON *.* TO " + replication);
    }

    private List<String> applicationAccount() {
        String application = "'" + APPLICATION + "'@'%'";
        return List.of(
                "CREATE USER " + application + " IDENTIFIED BY '" + APPLICATION_PASSWORD.value() + "'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON `" + database() + "`.* TO " + application);
    }

    String database() {
        return plan.scope().databases().get(0);
    }

    /** How the application logs in, whatever port it connects to. */
    ConnectionSettings application() {
        return source.settings("shop", APPLICATION, APPLICATION_PASSWORD);
    }

    /** What the plan wants from the environment. */
    Map<String, String> secrets() {
        return Map.of(
                "DEMO_SOURCE_PASSWORD", MIGRATE_PASSWORD.value(),
                "DEMO_REPLICATION_PASSWORD", REPLICATION_PASSWORD.value(),
                "DEMO_TARGET_PASSWORD", FlexibleServerEmulation.ADMIN_PASSWORD.value());
    }

    @Override
    public void close() {
        try (source;
                target) {
            // because both are closed even when one of them cannot be
        }
    }
}
