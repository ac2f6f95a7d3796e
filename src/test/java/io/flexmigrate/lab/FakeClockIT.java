package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeClockIT {

    /** Tells the time, waits for half a second, and tells how long that was and what time it is. */
    static final class Teller {

        private Teller() {}

        public static void main(String[] arguments) throws InterruptedException {
            long began = System.nanoTime();
            System.out.println(Instant.now());
            Thread.sleep(500);
            System.out.println(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    @Test
    void putsTheTimeOfDayForwardAndLeavesWaitsAlone(@TempDir Path directory) throws IOException, InterruptedException {
        FakeClock clock = new FakeClock(directory.resolve("clock"));
        clock.set(3600);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Teller.class.getName());
        builder.environment().putAll(clock.environment());

        Process process = builder.start();
        String[] lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);

        assertThat(process.waitFor()).isZero();
        assertThat(Duration.between(Instant.now(), Instant.parse(lines[0])))
                .isBetween(Duration.ofMinutes(58), Duration.ofHours(1));
        assertThat(Duration.parse(lines[1])).isBetween(Duration.ofMillis(500), Duration.ofSeconds(30));
    }
}
