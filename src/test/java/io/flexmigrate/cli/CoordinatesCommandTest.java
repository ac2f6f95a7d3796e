package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinatesCommandTest {

    private static final String MEMBER = "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @BeforeEach
    void writeMetadata() throws IOException {
        Files.writeString(directory.resolve("metadata"), """
                Started dump at: 2026-11-22 09:39:24
                SHOW MASTER STATUS:
                \tLog: binlog.000004
                \tPos: 4294967296
                \tGTID:%s

                Finished dump at: 2026-11-22 09:39:25
                """.formatted(MEMBER));
    }

    @Test
    void printsWhereTheSnapshotStands() {
        CommandLineRun run = CommandLineRun.of("coordinates", directory.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                file: binlog.000004
                position: 4294967296
                gtid_set: %s
                finished: true
                """.formatted(MEMBER));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void printsItForPrograms() {
        CommandLineRun run =
                CommandLineRun.of("coordinates", directory.resolve("metadata").toString(), "--format", "json");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                {
                  "file" : "binlog.000004",
                  "position" : 4294967296,
                  "gtid_set" : "%s",
                  "finished" : true
                }
                """.formatted(MEMBER));
    }

    @Test
    void refusesWithOneReason() throws IOException {
        Files.delete(directory.resolve("metadata"));

        CommandLineRun run = CommandLineRun.of("coordinates", directory.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(2).last().isEqualTo("Error FM3010: 'migrate explain FM3010' tells more.");
        assertThat(run.err().lines().findFirst().orElseThrow())
                .contains("is not a dump of mydumper", directory.toString());
    }

    @Test
    void explainsItself() {
        assertThat(CommandLineRun.of("coordinates", "--help").out())
                .contains("Usage: migrate coordinates", "DUMP", "--format");
    }
}
