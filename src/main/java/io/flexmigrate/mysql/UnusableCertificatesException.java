package io.flexmigrate.mysql;

import java.nio.file.Path;

/** A file that should hold certificates to trust does not. */
public final class UnusableCertificatesException extends RuntimeException {

    private final String reason;

    UnusableCertificatesException(Path file, String reason) {
        super("the CA file " + file + " cannot be used: " + reason);
        this.reason = reason;
    }

    /** What is wrong with it, as in "it is empty". */
    public String reason() {
        return reason;
    }
}
