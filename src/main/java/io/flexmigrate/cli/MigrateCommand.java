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
        footerHeading = "%nExamples:%n",
        footer = """
              migrate plan plan.yaml
                  What a run would do, and what stands in its way; changes nothing.
              migrate run plan.yaml
                  Does it, up to the cut-over. Kill it at any moment and run it again.
              migrate status plan.yaml
                  How far it is, and what to do next; a first look when paged.
              migrate cutover plan.yaml
                  Moves the writes when a person says so.

            Each command has a page of its own: migrate COMMAND --help
            Read on: README.md, plans/flexible-server.yaml, src/site/markdown
            """)
@Exits({
    ExitCode.FAILED,
    ExitCode.INVALID_PLAN,
    ExitCode.BLOCKED,
    ExitCode.DIFFERENT,
    ExitCode.UNCERTAIN,
    ExitCode.ABORTED,
    ExitCode.INTERRUPTED
})
final class MigrateCommand {}
