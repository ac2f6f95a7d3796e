package io.flexmigrate.stage.account;

import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Logins;
import java.util.Optional;

/**
 * A look from here at the certificate that the source shows the target: when their TLS fails, a replica says no more than error
 * 2026 (8.0.15 not even a word of OpenSSL's), while we are told what is wrong.
 */
public record CertificateLook(Plan plan, Logins logins) {

    /** What is wrong with it, as a sentence; empty when nothing is, or when the source cannot be reached from here so. */
    public Optional<String> trouble() {
        Plan.Replication place = plan.source().replication();
        if (place.ca().isEmpty()) {
            return Optional.empty();
        }
        ConnectionSettings settings = new ConnectionSettings(
                "source",
                place.host(),
                place.port(),
                plan.source().endpoint().user(),
                logins.source(),
                "VERIFY_CA",
                place.ca());
        try {
            MySqlServer.connecting(settings).open().close();
            return Optional.empty();
        } catch (MySqlException refused) {
            return refused.encryptionTrouble()
                    .map(trouble -> "Seen from here with source.replication.ca: " + refused.getMessage() + ".");
        }
    }
}
