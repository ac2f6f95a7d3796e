package io.flexmigrate.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** One run over several programs, one after the other, and what its journal says of the link. */
record Migration(Scenario scenario, Path plan) {

    /** Lets a program run to its end, holds its exit code against this one, and says what it said. */
    String run(String verb, int exitCode) throws InterruptedException {
        try (Program program = scenario.migrate(verb, plan)) {
            return program.endsWith(exitCode);
        }
    }

    /** How often it was about to point the target at the source. */
    long links() {
        return lines("\"event\":\"Intended\"", "\"stage\":\"LINK\"", "\"name\":\"link\"");
    }

    /** How often it has asked for {@code gtid reset}. */
    long resets() {
        return lines("\"stage\":\"LINK\"", "gtid reset");
    }

    private long lines(String... parts) {
        try (Stream<String> lines = Files.lines(scenario.workDirectory().resolve("journal.jsonl"))) {
            return lines.filter(line -> Stream.of(parts).allMatch(line::contains))
                    .count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
