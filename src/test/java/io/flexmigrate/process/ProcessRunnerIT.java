package io.flexmigrate.process;

import static java.util.Collections.synchronizedList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessRunnerIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final ProcessRunner runner = ProcessRunner.real();
    private final List<String> lines = synchronizedList(new ArrayList<>());

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 255})
    void givesTheExitCode(int code) throws InterruptedException {
        assertThat(run("exit " + code)).isEqualTo(code);
    }

    @Test
    void gives128PlusTheSignalThatEndedTheProgram() throws InterruptedException {
        assertThat(run("kill -9 $$")).isEqualTo(137);
        assertThat(run("kill -15 $$")).isEqualTo(143);
    }

    @Test
    void deliversOutputAndErrorOutputInOrderWithTheLastLineThatHasNoEnd() throws InterruptedException {
        run("echo one; echo two >&2; echo; printf three; printf ' and four' >&2");

        assertThat(lines).containsExactly("one", "two", "", "three and four");
    }

    @Test
    void replacesBytesThatAreNotUtf8() throws InterruptedException {
        run("printf 'gr\\303\\266\\303\\237e \\377!\\n'");

        assertThat(lines).containsExactly("größe \ufffd!");
    }

    @Test
    void deliversAMegabyteOfLinesBeforeItReturns() throws InterruptedException {
        run(
                "i=0; while [ $i -lt 20000 ]; do echo \"line $i with some text that makes it fifty bytes long\"; i=$((i+1)); done");

        assertThat(lines).hasSize(20_000).last().asString().startsWith("line 19999 ");
    }

    @Test
    void deliversAVeryLongLineWhole() throws InterruptedException {
        run("head -c 3000000 /dev/zero | tr '\\0' x");

        assertThat(lines).singleElement().asString().hasSize(3_000_000);
    }

    @Test
    void passesArgumentsUntouched() throws InterruptedException {
        List<String> odd = List.of(
                "",
                " ",
                "a b",
                "'",
                "\"",
                "\"q\"",
                "$HOME",
                "`id`",
                "\\",
                "\\n",
                "\\0101",
                "%s",
                "*",
                "größe 漢 😀",
                "a\nb",
                "-n",
                "end\n");
        List<String> arguments = new ArrayList<>(List.of("sh", "-c", "for a; do printf '%s|' \"$a\"; done", "sh"));
        arguments.addAll(odd);

        runner.run(new Command(arguments, directory, Map.of()), LONG, lines::add);

        assertThat(String.join("\n", lines)).isEqualTo(String.join("|", odd) + "|");
    }

    @Test
    void runsInTheDirectoryWithTheEnvironmentGiven() throws InterruptedException {
        runner.run(
                new Command(List.of("sh", "-c", "pwd -P; echo $ODD"), directory, Map.of("ODD", "a 'b'")),
                LONG,
                lines::add);

        assertThat(lines).containsExactly(directory.toAbsolutePath().toString(), "a 'b'");
    }

    @Test
    void givesTheNullDeviceAsInputAndASessionOfItsOwn() throws InterruptedException {
        run("readlink /proc/self/fd/0; ls /proc/self/fd; cat; cut -d' ' -f6 /proc/$$/stat; echo $$");

        assertThat(lines).first().isEqualTo("/dev/null");
        assertThat(lines).doesNotContain("3/");
        assertThat(lines.get(lines.size() - 2)).isEqualTo(lines.get(lines.size() - 1));
    }

    @Test
    void saysNothingYetWhenTheTimeoutIsOverAndTheCodeLater() throws IOException, InterruptedException {
        try (RunningProcess process = start("until [ -e go ]; do sleep 0.02; done; exit 3")) {
            assertThat(process.await(Duration.ofMillis(50))).isEmpty();

            Files.createFile(directory.resolve("go"));
            assertThat(process.await(LONG)).isEqualTo(OptionalInt.of(3));
            assertThat(process.await(LONG)).isEqualTo(OptionalInt.of(3));
        }
    }

    @Test
    void killsAProgramThatTakesTooLong() {
        assertThatThrownBy(() -> runner.run(shell("echo $$; exec sleep 1000"), SHORT, lines::add))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("did not end within");

        LiveProcess.assertIsGone(lines.get(0));
    }

    @Test
    void killsAllThatTheProgramStarted() {
        RunningProcess process =
                start("sh -c 'trap \"\" TERM HUP; sleep 1000 & echo $!; wait' & setsid sleep 1001 & echo $!; wait");
        await().atMost(LONG).until(() -> lines.size() == 2);

        process.close();

        lines.forEach(LiveProcess::assertIsGone);
    }

    @Test
    void leavesNothingBehindWhenTheProgramEndsByItself() throws InterruptedException {
        assertThat(run("sleep 1000 & echo $!; exit 4")).isEqualTo(4);

        // because a process that is told to die does so when it is its turn to run
        await().atMost(LONG).untilAsserted(() -> LiveProcess.assertIsGone(lines.get(0)));
    }

    @Test
    void doesNotWaitForADaemonThatHoldsTheOutput() throws InterruptedException {
        assertThat(run("setsid sleep 20 & echo $!; exit 5")).isEqualTo(5);

        ProcessHandle.of(Long.parseLong(lines.get(0))).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void closesAsOftenAsAsked() throws InterruptedException {
        RunningProcess process = start("sleep 1000");
        process.close();
        process.close();

        assertThat(process.await(LONG)).isEqualTo(OptionalInt.of(137));
    }

    @Test
    void closesEvenWhenInterrupted() {
        RunningProcess process = start("echo $$; exec sleep 1000");
        await().atMost(LONG).until(() -> !lines.isEmpty());

        Thread.currentThread().interrupt();
        process.close();

        assertThat(Thread.interrupted()).isTrue();
        LiveProcess.assertIsGone(lines.get(0));
    }

    @Test
    void endsTheProgramWhenItsShellIsKilled() {
        try (RunningProcess process = start("echo $$; echo $PPID; exec sleep 1000")) {
            await().atMost(LONG).until(() -> lines.size() == 2);

            ProcessHandle.of(Long.parseLong(lines.get(1))).orElseThrow().destroyForcibly();

            await().atMost(LONG).untilAsserted(() -> LiveProcess.assertIsGone(lines.get(0)));
        }
    }

    @Test
    void throwsWhatTheConsumerThrewWithoutWaitingForTheEnd() {
        IllegalStateException failure = new IllegalStateException("the journal is full");
        try (RunningProcess process = runner.start(shell("echo one; exec sleep 1000"), line -> {
            throw failure;
        })) {
            assertThatThrownBy(() -> process.await(LONG)).isSameAs(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void endsTheProgramAndItsDescendantsWhenWeAreKilled(String signal) throws IOException, InterruptedException {
        Path pids = directory.resolve("pids");
        Process we = new ProcessBuilder(
                        // because whoever runs the tests in the background has SIGINT ignored in all that it starts
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LifelineProgram.class.getName(),
                        "sh",
                        "-c",
                        "sleep 1000 & echo $! > " + pids + ".new; echo $$ >> " + pids + ".new; mv " + pids + ".new "
                                + pids + "; wait")
                .inheritIO()
                .start();
        await().atMost(LONG).until(() -> Files.exists(pids));
        List<String> running = Files.readAllLines(pids);
        assertThat(running)
                .hasSize(2)
                .allSatisfy(pid -> assertThat(LiveProcess.isAlive(pid)).isTrue());

        new ProcessBuilder("kill", "-" + signal, Long.toString(we.pid()))
                .start()
                .waitFor();

        await().atMost(LONG).until(() -> running.stream().noneMatch(LiveProcess::isAlive));
        we.waitFor();
    }

    private int run(String script) throws InterruptedException {
        return runner.run(shell(script), LONG, lines::add);
    }

    private RunningProcess start(String script) {
        return runner.start(shell(script), lines::add);
    }

    private Command shell(String script) {
        return new Command(List.of("sh", "-c", script), directory, Map.of());
    }
}
