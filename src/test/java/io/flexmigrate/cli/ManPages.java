package io.flexmigrate.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** The manual pages of all commands as AsciiDoc, of which scripts/man-pages makes what man(1) shows. */
final class ManPages {

    private static final boolean[] QUIETLY = new boolean[0];
    private static final @Nullable File NO_TEMPLATES = null;

    private ManPages() {}

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path directory) throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine migrate = Main.commandLine(nowhere, nowhere, new Foreground());
        describe(migrate.getCommandSpec());
        migrate.getSubcommands().values().forEach(command -> describe(command.getCommandSpec()));
        int exit = ManPageGenerator.generateManPage(
                directory.toFile(), NO_TEMPLATES, QUIETLY, true, migrate.getCommandSpec());
        if (exit != 0) {
            throw new IOException("the manual pages could not be written, exit code " + exit);
        }
    }

    /** By the name that manual pages have for it. */
    private static void describe(CommandSpec command) {
        command.usageMessage().exitCodeListHeading("Exit status%n");
    }
}
