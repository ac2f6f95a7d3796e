package io.flexmigrate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribingProcessRunnerTest {

    @Test
    void saysWhatWouldBeRunAndTakesItAsDone() throws InterruptedException {
        List<String> said = new ArrayList<>();
        Command command = new Command(List.of("no-such-program", "a b", "it's"), Path.of("/none"), Map.of());

        int code = ProcessRunner.describing(said::add).run(command, Duration.ZERO, line -> {});

        assertThat(code).isZero();
        assertThat(said).containsExactly("no-such-program 'a b' 'it'\\''s'");
    }
}
