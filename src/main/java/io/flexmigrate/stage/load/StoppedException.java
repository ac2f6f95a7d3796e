package io.flexmigrate.stage.load;

/** A lane ended because the load ends, not for a reason of its own. */
final class StoppedException extends RuntimeException {

    StoppedException() {
        super("stopped, because the load ends");
    }
}
