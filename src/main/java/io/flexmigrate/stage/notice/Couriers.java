package io.flexmigrate.stage.notice;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes notices to all hooks of a plan; to be closed at the end of the run, which waits a while for what is still queued. */
public final class Couriers implements AutoCloseable {

    private final List<Courier> couriers;
    private final CountDownLatch atWork;
    private volatile Duration patience;

    /**
     * Starts nothing yet.
     *
     * @param warnings gets a sentence for what went wrong, in whatever thread
     * @param patience how long the end of the run waits at most
     */
    public Couriers(List<Recipient> recipients, Consumer<String> warnings, Duration patience) {
        this.atWork = new CountDownLatch(recipients.size());
        this.couriers = recipients.stream()
                .map(recipient -> new Courier(recipient, warnings, atWork::countDown))
                .toList();
        this.patience = patience;
    }

    /** Returns at once, whatever becomes of it. */
    public void tell(Notice notice) {
        couriers.forEach(courier -> courier.take(notice));
    }

    /** Has the end of the run wait no longer. */
    public void hurry() {
        patience = Duration.ZERO;
    }

    @Override
    public void close() {
        couriers.forEach(Courier::end);
        try {
            boolean unused = atWork.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        couriers.forEach(courier -> courier.giveUp(patience));
    }
}
