package io.flexmigrate.process;

import static java.util.Collections.synchronizedList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingProgramIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ProcessRunner runner = ProcessRunner.real();
    private final List<String> lines = synchronizedList(new ArrayList<>());

    @TempDir
    private Path directory;

    @Test
    void namesAMissingProgram() {
        assertThatThrownBy(() -> run(List.of("no-such-program")))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("no program 'no-such-program' on the path")
                .hasMessageContaining("fix by");
        assertThatThrownBy(() -> run(List.of("/no/such/program")))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("there is no program /no/such/program");
    }

    @Test
    void namesAProgramThatMayNotBeRun() throws IOException {
        Path program = Files.writeString(directory.resolve("program"), "#!/bin/sh\nexit 6\n");

        assertThatThrownBy(() -> run(List.of("./program")))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("chmod +x");
        assertThatThrownBy(() -> run(List.of(directory.toString())))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("may not be run");
        assertThat(program).exists();
    }

    @Test
    void findsAProgramRelativeToItsDirectory() throws IOException, InterruptedException {
        Path program = Files.writeString(directory.resolve("program"), "#!/bin/sh\nexit 6\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

        assertThat(run(List.of("./program"))).isEqualTo(6);
    }

    @Test
    void namesAMissingDirectory() {
        Command command = new Command(List.of("sh"), directory.resolve("none"), Map.of());

        assertThatThrownBy(() -> runner.start(command, lines::add))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("no such directory");
    }

    private int run(List<String> arguments) throws InterruptedException {
        return runner.run(new Command(arguments, directory, Map.of()), LONG, lines::add);
    }
}
