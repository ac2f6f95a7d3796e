package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Encryption;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;

/**
 * What a server shows whoever logs in.
 *
 * @param flavour who built it, such as {@code Percona Server}
 * @param version such as {@code 8.0.15}
 * @param encrypted whether the connection it was seen over is encrypted
 * @param tlsVersions what it speaks, such as {@code TLSv1,TLSv1.1}; empty when it speaks no TLS
 */
public record ServerFace(String flavour, String version, boolean encrypted, String tlsVersions) {

    static ServerFace of(ServerInventory server, Session session) {
        return new ServerFace(
                server.flavour().label(),
                server.versionText(),
                Encryption.isOn(session),
                server.variables().text("have_ssl").equals("DISABLED")
                        ? ""
                        : server.variables().text("tls_version"));
    }

    @Override
    public String toString() {
        return flavour + " " + version;
    }
}
