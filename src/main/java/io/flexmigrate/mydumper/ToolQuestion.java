package io.flexmigrate.mydumper;

import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.process.ProcessRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks a program for its version and its help. */
record ToolQuestion(ProcessRunner runner, Tool tool, String program) {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    ToolVersion answer() throws InterruptedException {
        List<String> version = ask("--version");
        return VersionText.parse(tool, version, ask("--help"))
                .orElseThrow(() -> new ProcessException("'" + program + "' does not say that it is " + tool.program()
                        + ", it says: " + String.join(" / ", version) + "; fix by giving the path of "
                        + tool.program()));
    }

    private List<String> ask(String option) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        Command command = new Command(List.of(program, option), Path.of("").toAbsolutePath(), Map.of());
        int code = runner.run(command, TIMEOUT, lines::add);
        if (code != 0) {
            throw new ProcessException("'" + command.shown() + "' ended with exit code " + code + ": "
                    + String.join(" / ", lines) + "; fix by giving the path of a " + tool.program() + " that runs");
        }
        return lines;
    }
}
