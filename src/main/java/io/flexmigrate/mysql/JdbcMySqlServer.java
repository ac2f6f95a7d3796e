package io.flexmigrate.mysql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** A server over Connector/J: a new connection for every session, no pool. */
final class JdbcMySqlServer implements MySqlServer {

    private static final String CONNECT_TIMEOUT_MILLIS = "10000";

    /** Longer than a server takes that looks up the name of our address in vain before it greets us. */
    private static final Duration LOGIN_PATIENCE = Duration.ofSeconds(30);

    private final ConnectionSettings settings;
    private final Duration patience;

    JdbcMySqlServer(ConnectionSettings settings) {
        this(settings, LOGIN_PATIENCE);
    }

    /** @param patience how long the server may say nothing while we log in */
    JdbcMySqlServer(ConnectionSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    @Override
    public String role() {
        return settings.role();
    }

    @Override
    public Session open() {
        String url = "jdbc:mysql://address=(host=" + settings.host() + ")(port=" + settings.port() + ")/";
        try {
            Connection connection = DriverManager.getConnection(url, properties());
            // because once logged in, a statement may work for hours without a word
            connection.setNetworkTimeout(Runnable::run, 0);
            return new JdbcSession(settings.role(), connection);
        } catch (SQLException failure) {
            throw refused(failure);
        } catch (UnusableCertificatesException unusable) {
            throw refused(new SQLException(unusable.getMessage(), unusable));
        }
    }

    private MySqlException refused(SQLException failure) {
        // because an account that demands TLS is refused with the same words as one whose password is wrong
        String way = settings.sslMode().equals("DISABLED") ? " without TLS" : "";
        return new MySqlException(
                settings.role(), "logging in to " + settings.address() + " as " + settings.user() + way, failure);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password().value());
        properties.setProperty("sslMode", settings.sslMode());
        settings.ca().ifPresent(ca -> TrustStore.of(ca).addTo(properties));
        properties.setProperty("allowPublicKeyRetrieval", "false");
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_MILLIS);
        properties.setProperty("socketTimeout", Long.toString(patience.toMillis()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("useServerPrepStmts", "true");
        // because whoever asks the same again need not have it prepared again
        properties.setProperty("cachePrepStmts", "true");
        properties.setProperty("prepStmtCacheSqlLimit", "1024");
        properties.setProperty("characterEncoding", "UTF-8");
        // because definitions come in the character set of whoever made them otherwise
        properties.setProperty("characterSetResults", "UTF-8");
        // because the driver would bound how long rows may wait for our disk, whatever the session has set
        properties.setProperty("netTimeoutForStreamingResults", "0");
        // because the driver would ask before every change whether the session may change anything: one question more
        properties.setProperty("readOnlyPropagatesToServer", "false");
        properties.setProperty("tinyInt1isBit", "false");
        properties.setProperty("yearIsDateType", "false");
        properties.setProperty("noDatetimeStringSync", "true");
        // because it would begin to send traces as soon as somebody's telemetry library is on the class path
        properties.setProperty("openTelemetry", "DISABLED");
        // because braces in a name or a definition are none of the driver's business: it would rewrite {d '2024-01-01'}
        properties.setProperty("enableEscapeProcessing", "false");
        properties.setProperty("processEscapeCodesForPrepStmts", "false");
        properties.setProperty("connectionAttributes", "program_name:migrate");
        return properties;
    }
}
