package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command has a manual page with all that belongs there; scripts/man-pages makes of it what man(1) shows. */
class ManPagesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void everyCommandHasAPageWithAllThatBelongsThere() throws IOException {
        ManPages.write(directory);

        assertThat(commands()).hasSizeGreaterThan(15).allSatisfy(command -> {
            String page = Files.readString(directory.resolve(command + ".adoc"));
            assertThat(page)
                    .contains("= " + command + "(1)", "== Name", "== Synopsis", "== Description", "== Options")
                    .contains("== Exit status", "*0*", "*70*");
        });
    }

    private static List<String> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        List<String> commands = new ArrayList<>(List.of("migrate"));
        CommandLine migrate = Main.commandLine(nowhere, nowhere, new Foreground());
        migrate.getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                commands.add("migrate-" + name);
            }
        });
        return commands;
    }
}
