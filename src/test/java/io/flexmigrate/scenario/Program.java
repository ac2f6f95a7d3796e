package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.FlexibleServerEmulation;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as a person would run it: it can be killed without mercy. */
final class Program implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 600;

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Program start(Path directory, String verb, Path plan, String... more) {
        return start(directory, Map.of(), verb, plan, more);
    }

    /** One with these variables in its environment. */
    static Program start(Path directory, Map<String, String> environment, String verb, Path plan, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.flexmigrate.cli.Main",
                verb,
                plan.toString(),
                "--work-dir",
                directory.resolve("work").toString()));
        command.addAll(List.of(more));
        if (List.of("cutover", "rollback").contains(verb)) {
            command.add("--yes");
        }
        try {
            Path output = Files.createTempFile(directory, verb + "-", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("SOURCE_PASSWORD", Scenario.MIGRATE_PASSWORD.value());
            builder.environment().put("REPL_PASSWORD", Scenario.REPLICATION_PASSWORD.value());
            builder.environment().put("TARGET_PASSWORD", FlexibleServerEmulation.ADMIN_PASSWORD.value());
            return new Program(builder.start(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits for its end and holds its exit code against this one; its output is part of the failure. */
    String endsWith(int exitCode) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ends within %d s; it said:%n%s", PATIENCE_SECONDS, output())
                .isTrue();
        assertThat(process.exitValue()).as("exit code; it said:%n%s", output()).isEqualTo(exitCode);
        return output();
    }

    /** Waits for its end, whatever it is, and says the exit code. */
    int ends() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ends within %d s; it said:%n%s", PATIENCE_SECONDS, output())
                .isTrue();
        return process.exitValue();
    }

    /** The programs it has started that live at this moment, and theirs. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** What it has said so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Sends a signal by its name, such as {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    /** Waits until it stands where its failpoint holds it. */
    void awaitHold() {
        Path mark = output.resolveSibling(Failpoint.MARK);
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> Files.exists(mark) || !isAlive());
        assertThat(mark).as("it stands; it said:%n%s", output()).exists();
    }

    /** Lets it go on from there. */
    void letGo() throws IOException {
        Files.delete(output.resolveSibling(Failpoint.MARK));
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until it is dead, so that it is in nobody's way who comes after it. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
