package io.flexmigrate.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteResultHandler;
import org.apache.commons.exec.ProcessDestroyer;

/** A program that commons-exec runs for us, told by it of the start and of the end. */
final class ExecProcess implements RunningProcess, ProcessDestroyer, ExecuteResultHandler {

    /** A program that SIGKILL does not end within this time hangs in the kernel. */
    private static final long KILL_SECONDS = 10;

    private final String program;
    private final CompletableFuture<Process> shell = new CompletableFuture<>();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    /** Whether the program and its output are at their end, also when the lines' consumer failed long before. */
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    ExecProcess(String program) {
        this.program = program;
    }

    /** Returns when there is a process. */
    void awaitStart() {
        try {
            shell.join();
        } catch (CompletionException e) {
            throw new ProcessException(program + " could not be started: " + e.getCause(), e);
        }
    }

    /** Makes {@link #await} throw this at once. */
    void fail(Throwable cause) {
        exitCode.completeExceptionally(cause);
    }

    @Override
    public OptionalInt await(Duration timeout) throws InterruptedException {
        try {
            return OptionalInt.of(exitCode.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return OptionalInt.empty();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private RuntimeException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new ProcessException(program + " failed", e);
    }

    @Override
    public void pause() {
        tell(Lifeline.STOP);
    }

    @Override
    public void proceed() {
        tell(Lifeline.CONTINUE);
    }

    private void tell(String word) {
        Process process = shell.join();
        try {
            OutputStream lifeline = process.getOutputStream();
            lifeline.write(word.getBytes(StandardCharsets.US_ASCII));
            lifeline.flush();
        } catch (IOException e) {
            // because nobody reads any more when the program has ended, also a moment before we hear of its end
            process.onExit()
                    .completeOnTimeout(process, KILL_SECONDS, TimeUnit.SECONDS)
                    .join();
            if (process.isAlive()) {
                throw new ProcessException(program + " could not be paused or made to proceed: " + e.getMessage(), e);
            }
        }
    }

    // No wait in here is ended by an interrupt: a run that is interrupted closes what it started, and must not leave
    // it.
    @Override
    public void close() {
        if (ended.isDone()) {
            return;
        }
        Process process = shell.join();
        // because the lifeline kills a process group, and a descendant may have left it
        List<ProcessHandle> descendants = process.descendants().toList();
        cut(process);
        process.onExit()
                .completeOnTimeout(process, KILL_SECONDS, TimeUnit.SECONDS)
                .join();
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        CompletableFuture.allOf(descendants.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, KILL_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!ended.completeOnTimeout(false, KILL_SECONDS, TimeUnit.SECONDS).join()) {
            throw new ProcessException(program + " could not be killed; look for its process " + process.pid());
        }
    }

    private static void cut(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    @Override
    public boolean add(Process process) {
        return shell.complete(process);
    }

    @Override
    public boolean remove(Process process) {
        return true;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void onProcessComplete(int code) {
        exitCode.complete(code);
        ended.complete(true);
    }

    @Override
    public void onProcessFailed(ExecuteException cause) {
        shell.completeExceptionally(cause);
        exitCode.completeExceptionally(
                new ProcessException(program + " could not be run: " + cause.getMessage(), cause));
        ended.complete(true);
    }
}
