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
        Flavour flavour = variables.has("aurora_version")
                ? Flavour.AURORA
                : variables.has("azure_server_name") || variables.has("logical_server_name")
                        ? Flavour.AZURE
                        : Flavour.of(version, variables.text("version_comment"));
        return new ServerInventory(version, ServerVersion.parse(version), flavour, variables, Privileges.read(session));
    }

    public Dialect dialect() {
        return new Dialect(version);
    }
}
