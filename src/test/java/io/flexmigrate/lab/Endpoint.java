package io.flexmigrate.lab;

import io.flexmigrate.mysql.ConnectionSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** What a client connects to, as an application would: plain JDBC, short patience. */
record Endpoint(ConnectionSettings settings, String database) {

    private static final String CONNECT_TIMEOUT_MILLIS = "2000";
    /** Longer than any write pause: a client that waits for a fence must not give up. */
    private static final String ANSWER_TIMEOUT_MILLIS = "60000";

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password().value());
        properties.setProperty("sslMode", settings.sslMode());
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_MILLIS);
        properties.setProperty("socketTimeout", ANSWER_TIMEOUT_MILLIS);
        properties.setProperty("characterEncoding", "UTF-8");
        properties.setProperty("useLocalSessionState", "true");
        properties.setProperty("cacheServerConfiguration", "false");
        Connection connection = DriverManager.getConnection("jdbc:mysql://" + settings.address() + "/", properties);
        try {
            connection.setCatalog(database);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }
}
