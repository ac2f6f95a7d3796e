package io.flexmigrate.mysql;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why there is no connection that is encrypted the way it was asked for. */
public enum EncryptionTrouble {
    UNUSABLE_FILE,
    EXPIRED,
    OTHER_HOST,
    STRANGER,
    NO_HANDSHAKE,
    NOT_OFFERED,
    PASSWORD_IN_CLEAR;

    /** Words of Connector/J 26.10, which has no numbers for these. */
    private static final String OTHER_HOST_WORDS = "Server identity verification failed";

    private static final String NOT_OFFERED_WORDS = "SSL Connection required, but not provided by server";
    private static final String PASSWORD_WORDS = "Public Key Retrieval is not allowed";

    /** The trouble behind a failure, if it is one of these. */
    static Optional<EncryptionTrouble> of(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        return Stream.of(values())
                .filter(trouble -> chain.stream().anyMatch(trouble::isBehind))
                .findFirst();
    }

    private boolean isBehind(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return switch (this) {
            case UNUSABLE_FILE -> cause instanceof UnusableCertificatesException;
            case EXPIRED ->
                cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException;
            case OTHER_HOST -> message.contains(OTHER_HOST_WORDS);
            case STRANGER -> cause instanceof CertificateException;
            case NO_HANDSHAKE -> cause instanceof SSLException;
            case NOT_OFFERED -> message.contains(NOT_OFFERED_WORDS);
            case PASSWORD_IN_CLEAR -> message.contains(PASSWORD_WORDS);
        };
    }

    /**
     * What happened, as the end of a sentence.
     *
     * @param detail the library's own words
     */
    String words(String detail) {
        return switch (this) {
            case UNUSABLE_FILE -> detail;
            case EXPIRED -> "the server's certificate, or one that signed it, is not valid today (" + detail + ")";
            case OTHER_HOST -> "the server's certificate is for other hosts (" + detail + ")";
            case STRANGER -> "the server's certificate is signed by none of the authorities we trust (" + detail + ")";
            case NO_HANDSHAKE -> "no TLS connection came about (" + detail + ")";
            case NOT_OFFERED -> "TLS is asked for, and the server offers none that we accept";
            case PASSWORD_IN_CLEAR ->
                "the account's login plugin wants a connection with TLS (caching_sha2_password or sha256_password)";
        };
    }
}
