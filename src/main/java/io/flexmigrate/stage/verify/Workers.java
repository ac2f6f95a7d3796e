package io.flexmigrate.stage.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does the same kind of work on several threads at once; the first failure is the failure of all. */
final class Workers {

    private Workers() {}

    /** Runs all tasks, so many at once, and gives their results in order. */
    static <T> List<T> all(int threads, List<Supplier<T>> tasks) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            return all(executor, tasks);
        } finally {
            executor.shutdownNow();
        }
    }

    /** The same on threads that are there already; after a failure nobody of them works on. */
    static <T> List<T> all(ExecutorService executor, List<Supplier<T>> tasks) throws InterruptedException {
        List<Future<T>> futures = new ArrayList<>();
        try {
            tasks.forEach(task -> futures.add(executor.submit(task::get)));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }
}
