package io.flexmigrate.stage.accounts;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.AccountDefinitions;
import io.flexmigrate.mysql.GrantablePrivileges;
import io.flexmigrate.mysql.LoginPlugins;
import io.flexmigrate.mysql.Session;
import java.util.Set;

/**
 * What the target has of accounts, and what it can hold.
 *
 * @param plugins by which accounts can log in there
 */
public record TargetFace(
        ServerVersion version, AccountDefinitions accounts, GrantablePrivileges grantable, Set<String> plugins) {

    public TargetFace {
        plugins = Set.copyOf(plugins);
    }

    static TargetFace read(Session session, ServerVersion version) {
        return new TargetFace(
                version,
                AccountDefinitions.read(session, version),
                GrantablePrivileges.read(session),
                new LoginPlugins(session).active());
    }
}
