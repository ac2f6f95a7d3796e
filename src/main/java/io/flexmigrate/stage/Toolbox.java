package io.flexmigrate.stage;

import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.process.ProcessRunner;

/**
 * The tools and how they are run.
 *
 * @param questions runs what only asks, such as {@code --version}, for real even in a dry run
 * @param work runs what dumps and loads
 */
public record Toolbox(ProcessRunner questions, ProcessRunner work, ToolPrograms programs) {

    /** Which mydumper this is. */
    public ToolVersion mydumper() throws InterruptedException {
        return ToolVersion.ask(questions, Tool.MYDUMPER, programs.mydumper());
    }

    /** Which myloader this is. */
    public ToolVersion myloader() throws InterruptedException {
        return ToolVersion.ask(questions, Tool.MYLOADER, programs.myloader());
    }
}
