package io.flexmigrate.mysql;

import io.flexmigrate.model.Flavour;
import io.flexmigrate.model.ServerVersion;

/**
 * What a server says of itself.
 *
 * @param versionText {@code @@version}, such as {@code 8.0.15-azure}
 */
public record ServerInventory(
        String versionText, ServerVersion version, Flavour flavour, Variables variables, Privileges privileges) {

    public static ServerInventory read(Session session) {
        Variables variables = Variables.read(session);
        String version = variables.text("version");
        Flavour flavour = flavour(version, variables);
        return new ServerInventory(version, ServerVersion.parse(version), flavour, variables, Privileges.read(session));
    }

    /** By variables that only one builder has; those of Amazon RDS keep their programs in {@code /rdsdbbin}. */
    private static Flavour flavour(String version, Variables variables) {
        if (variables.has("aurora_version")) {
            return Flavour.AURORA;
        }
        if (variables.has("azure_server_name") || variables.has("logical_server_name")) {
            return Flavour.AZURE;
        }
        return variables.text("basedir").startsWith("/rdsdbbin")
                ? Flavour.RDS
                : Flavour.of(version, variables.text("version_comment"));
    }

    public Dialect dialect() {
        return new Dialect(version);
    }
}
