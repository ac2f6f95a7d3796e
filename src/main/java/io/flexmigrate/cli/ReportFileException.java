package io.flexmigrate.cli;

/** A report was made and could not be written. */
final class ReportFileException extends RuntimeException {

    ReportFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
