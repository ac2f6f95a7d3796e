package io.flexmigrate.mysql.binlog;

import com.github.shyiko.mysql.binlog.network.SSLSocketFactory;
import io.flexmigrate.mysql.CertificateFile;
import io.flexmigrate.mysql.ConnectionSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Sockets that trust what the plan trusts, and see to the host's name when the plan does.
 *
 * @param context with the certificates of the plan, or those the Java runtime trusts
 */
record TlsSockets(ConnectionSettings settings, SSLContext context) implements SSLSocketFactory {

    private static final String IDENTITY = "VERIFY_IDENTITY";

    /** Empty for the modes that verify nothing. */
    static Optional<SSLSocketFactory> of(ConnectionSettings settings) {
        if (!settings.sslMode().startsWith("VERIFY")) {
            return Optional.empty();
        }
        try {
            SSLContext context = settings.ca().isPresent()
                    ? new CertificateFile(settings.ca().get()).context()
                    : SSLContext.getDefault();
            return Optional.of(new TlsSockets(settings, context));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public SSLSocket createSocket(Socket socket) throws SocketException {
        try {
            SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, settings.host(), settings.port(), true);
            if (settings.sslMode().equals(IDENTITY)) {
                SSLParameters parameters = secured.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secured.setSSLParameters(parameters);
            }
            return secured;
        } catch (IOException failure) {
            SocketException refused = new SocketException(String.valueOf(failure.getMessage()));
            refused.initCause(failure);
            throw refused;
        }
    }
}
