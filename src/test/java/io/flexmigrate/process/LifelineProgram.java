package io.flexmigrate.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Java program that runs a command and waits for it, to be killed by a test. */
final class LifelineProgram {

    private LifelineProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        Command command = new Command(List.of(arguments), Path.of("/"), Map.of());
        try (RunningProcess process = ProcessRunner.real().start(command, line -> {})) {
            process.await(Duration.ofMinutes(5));
        }
    }
}
