package io.flexmigrate.mysql;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** A server refused something, or is gone. */
public final class MySqlException extends RuntimeException {

    /** ER_QUERY_INTERRUPTED. */
    private static final int QUERY_INTERRUPTED = 1317;

    private final String role;
    /** ER_QUERY_TIMEOUT. */
    private static final int OVER_TIME = 3024;

    private final int errorNumber;
    private final String sqlState;
    private final boolean timeout;

    /**
     * @param role which server
     * @param purpose what was tried, as in "reading the binlog position"
     */
    public MySqlException(String role, String purpose, SQLException cause) {
        super(role + ": " + purpose + " failed: " + reason(cause), cause);
        this.role = role;
        this.errorNumber = cause.getErrorCode();
        this.timeout = cause instanceof SQLTimeoutException || cause.getErrorCode() == QUERY_INTERRUPTED;
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Which server: {@code source} or {@code target}. */
    public String role() {
        return role;
    }

    /** The server's error number, such as 1045; 0 when the server said nothing. */
    public int errorNumber() {
        return errorNumber;
    }

    /** The statement was given up because it took too long. */
    public boolean isTimeout() {
        return timeout;
    }

    /** The server gave the statement up after {@code max_execution_time}: ER_QUERY_TIMEOUT. */
    public boolean isOverTime() {
        return errorNumber == OVER_TIME;
    }

    /** The connection broke or never stood, so it is not known what the server did. */
    public boolean isConnectionLost() {
        return sqlState.startsWith("08");
    }

    /** What kept the connection from being encrypted the way it was asked for, if that is what failed. */
    public Optional<EncryptionTrouble> encryptionTrouble() {
        return EncryptionTrouble.of(this);
    }

    /** The two sides speak no version of TLS in common, or one does not trust the other's certificate. */
    public boolean isEncryptionRefused() {
        return Stream.iterate(getCause(), cause -> cause != null, Throwable::getCause)
                .anyMatch(SSLException.class::isInstance);
    }

    /** The server's own words and number; where it said nothing, the deepest cause too, which alone is telling. */
    private static String reason(SQLException cause) {
        if (cause.getErrorCode() != 0) {
            return firstLine(cause) + " (error " + cause.getErrorCode() + ")";
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        Optional<EncryptionTrouble> trouble = EncryptionTrouble.of(cause);
        if (trouble.isPresent()) {
            return trouble.get().words(firstLine(root));
        }
        if (root instanceof SocketTimeoutException) {
            return "it did not answer in time (" + firstLine(root) + ")";
        }
        return firstLine(cause).equals(firstLine(root)) ? firstLine(cause) : firstLine(cause) + ": " + firstLine(root);
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
    }
}
