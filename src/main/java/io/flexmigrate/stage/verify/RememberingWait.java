package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import java.util.Optional;

/** Knows what it waited for last, so that nobody needs to wait once more for something long applied. */
final class RememberingWait implements TargetWait {

    private final TargetWait wait;
    private Optional<BinlogCoordinates> last = Optional.empty();

    RememberingWait(TargetWait wait) {
        this.wait = wait;
    }

    @Override
    public Optional<BinlogCoordinates> await() {
        last = wait.await();
        return last;
    }

    @Override
    public Optional<BinlogCoordinates> applied() {
        return last.or(this::await);
    }

    @Override
    public void close() {
        wait.close();
    }
}
