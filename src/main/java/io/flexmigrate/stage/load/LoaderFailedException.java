package io.flexmigrate.stage.load;

/** The loader did not load what it was to load, whatever its exit code was. */
final class LoaderFailedException extends RuntimeException {

    LoaderFailedException(String message) {
        super(message);
    }
}
