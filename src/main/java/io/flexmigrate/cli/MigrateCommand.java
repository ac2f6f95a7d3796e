package io.flexmigrate.cli;

import picocli.CommandLine.Command;

/** The program itself; every verb is a command of its own. */
@Command(
        name = "migrate",
        description = "Moves a live MySQL server into Azure Database for MySQL Flexible Server.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n")
final class MigrateCommand {}
