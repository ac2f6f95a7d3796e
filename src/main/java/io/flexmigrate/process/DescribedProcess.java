package io.flexmigrate.process;

import java.time.Duration;
import java.util.OptionalInt;

/** A program that was only described, and so has ended well. */
final class DescribedProcess implements RunningProcess {

    @Override
    public OptionalInt await(Duration timeout) {
        return OptionalInt.of(0);
    }

    @Override
    public void pause() {
        // because nothing was started
    }

    @Override
    public void proceed() {
        // because nothing was started
    }

    @Override
    public void close() {
        // because nothing was started
    }
}
