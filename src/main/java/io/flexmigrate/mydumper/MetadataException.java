package io.flexmigrate.mydumper;

/** A dump's metadata does not say where its snapshot stands, or not beyond doubt. */
public final class MetadataException extends RuntimeException {

    public MetadataException(String message) {
        super(message);
    }

    public MetadataException(String message, Throwable cause) {
        super(message, cause);
    }
}
