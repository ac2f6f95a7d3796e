package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Flavour;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.Privileges;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans, servers and tools that no check has anything against. */
final class Inventories {

    static final ToolVersion MYDUMPER = tool(Tool.MYDUMPER, 0, 10, 1);
    static final ToolVersion MYLOADER = tool(Tool.MYLOADER, 0, 10, 1);

    private static final String PLAN = """
            version: 1
            name: shop
            source:
              host: db1
              user: migrate
              password: { env: SOURCE_PASSWORD }
              replication: { host: db1, user: repl, password: { env: REPL_PASSWORD } }
            target:
              kind: flexible-server
              host: shop.mysql.database.azure.com
              user: admin1
              password: { env: TARGET_PASSWORD }
              tls: { mode: required }
            """;

    private Inventories() {}

    /** A plan without a way back. */
    static Plan plan() {
        return planWith("cutover: { way_back: none }");
    }

    /** A plan with these sections. */
    static Plan planWith(String sections) {
        return read(PLAN + sections + "\n");
    }

    /** A plan without a way back in which this text stands in place of another. */
    static Plan planReplacing(String text, String other) {
        return read(PLAN.replace(text, other) + "cutover: { way_back: none }\n");
    }

    private static Plan read(String text) {
        try {
            Path file = Files.createTempFile("plan", ".yaml");
            try {
                return new PlanReader().read(Files.writeString(file, text)).plan();
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ToolVersion tool(Tool tool, int major, int minor, int patch) {
        return new ToolVersion(tool, major, minor, patch, Set.of("--ssl", "--ca"));
    }

    /** Both tools as Debian has them, and this much free space. */
    static ToolInventory tools(long usableBytes) {
        return new ToolInventory(Optional.of(MYDUMPER), Optional.of(MYLOADER), "", "", usableBytes);
    }

    /** Tools of which mydumper is this one. */
    static ToolInventory tools(Optional<ToolVersion> mydumper) {
        return new ToolInventory(mydumper, Optional.of(MYLOADER), "", "", 0);
    }

    /** A server of this version. */
    static ServerInventory server(String version, Map<String, String> variables, Set<String> privileges) {
        return new ServerInventory(
                version,
                ServerVersion.parse(version),
                Flavour.of(version, ""),
                new Variables(variables),
                new Privileges(privileges));
    }
}
