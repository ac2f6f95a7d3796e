package io.flexmigrate.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What the help of all commands has in common: its width, and the exit codes that a command may end with. */
final class HelpPages {

    private static final int WIDTH = 80;
    private static final Set<ExitCode> OF_EVERY_COMMAND = EnumSet.of(ExitCode.DONE, ExitCode.USAGE, ExitCode.BUG);

    private HelpPages() {}

    /** Completes the help of a command line and of its subcommands. */
    static CommandLine complete(CommandLine line) {
        line.setUsageHelpWidth(WIDTH);
        List<CommandLine> pages = new ArrayList<>(line.getSubcommands().values());
        pages.forEach(page -> page.getCommandSpec()
                .usageMessage()
                .synopsisHeading("%nUsage: ")
                .descriptionHeading("%n"));
        pages.add(line);
        pages.forEach(HelpPages::listExits);
        return line;
    }

    private static void listExits(CommandLine page) {
        Exits exits = page.getCommand().getClass().getAnnotation(Exits.class);
        if (exits == null) {
            return;
        }
        UsageMessageSpec usage = page.getCommandSpec().usageMessage();
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(meanings(exits));
    }

    private static Map<String, String> meanings(Exits exits) {
        Set<ExitCode> all = EnumSet.copyOf(OF_EVERY_COMMAND);
        all.addAll(List.of(exits.value()));
        Map<String, String> meanings = new LinkedHashMap<>();
        all.forEach(exit -> meanings.put(
                String.valueOf(exit.code()),
                exit == ExitCode.FAILED && !exits.failed().isEmpty() ? exits.failed() : exit.meaning()));
        return meanings;
    }
}
