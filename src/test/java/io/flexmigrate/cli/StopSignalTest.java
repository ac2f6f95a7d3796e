package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process and a real signal, because a shutdown hook cannot be tried in any other way. */
class StopSignalTest {

    @Test
    @Timeout(120)
    void letsTheDrivingThreadCleanUpBeforeTheProgramEnds(@TempDir Path directory) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName())
                .redirectErrorStream(true)
                .directory(directory.toFile())
                .start();
        try (var output = program.inputReader()) {
            assertThat(output.readLine()).isEqualTo("waiting");
            program.toHandle().destroy(); // because Process.destroy would close the output too

            assertThat(output.lines()).containsExactly("Stopping ...", "cleaned up");
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(128 + 15);
        } finally {
            program.destroyForcibly();
        }
    }
}
