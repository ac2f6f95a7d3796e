package io.flexmigrate.cli;

import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan.TlsMode;
import java.util.List;
import java.util.function.Function;

/**
 * A server we know nothing of yet: it is reached in the first way that both sides can.
 *
 * @param role {@code source} or {@code target}
 */
record FirstContact(String role, ServerFlags flags, Secret password) {

    /**
     * Opens one connection and closes it.
     *
     * @throws MySqlException when the server cannot be reached or refuses us
     */
    <T> T with(Function<Session, T> work) {
        List<TlsMode> modes = flags.modes();
        for (TlsMode mode : modes.subList(0, modes.size() - 1)) {
            try {
                return server(mode).with(work);
            } catch (MySqlException refused) {
                if (!refused.isEncryptionRefused()) {
                    throw refused;
                }
            }
        }
        return server(modes.get(modes.size() - 1)).with(work);
    }

    private MySqlServer server(TlsMode mode) {
        return MySqlServer.connecting(new ConnectionSettings(
                role,
                flags.host().orElse(""),
                flags.port(),
                flags.user().orElse(""),
                password,
                mode.name(),
                flags.ca()));
    }
}
