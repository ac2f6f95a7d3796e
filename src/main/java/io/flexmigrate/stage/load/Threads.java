package io.flexmigrate.stage.load;

import java.util.concurrent.Semaphore;

/** The threads that all lanes share: the target is never given more work at once than the plan allows. */
final class Threads {

    private final Semaphore free;

    Threads(int threads) {
        this.free = new Semaphore(threads, true);
    }

    /** Threads in use; closing gives them back. */
    record Taken(Semaphore free, int count) implements AutoCloseable {

        @Override
        public void close() {
            free.release(count);
        }
    }

    /** Waits for one thread, and takes as many more as are free just now. */
    Taken take(int most) throws InterruptedException {
        free.acquire();
        int count = 1;
        while (count < most && free.tryAcquire()) {
            count++;
        }
        return new Taken(free, count);
    }
}
