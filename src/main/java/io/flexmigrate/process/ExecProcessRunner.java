package io.flexmigrate.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;

/** Runs the programs of this machine with commons-exec, each on a lifeline. */
final class ExecProcessRunner implements ProcessRunner {

    private final Map<String, String> ourEnvironment;

    ExecProcessRunner(Map<String, String> ourEnvironment) {
        this.ourEnvironment = Map.copyOf(ourEnvironment);
    }

    @Override
    public RunningProcess start(Command command, Consumer<String> lines) {
        Map<String, String> environment = new HashMap<>(ourEnvironment);
        environment.putAll(command.environment());
        CommandLine line = onLifeline(command, environment);
        ExecProcess process = new ExecProcess(command.program());
        DefaultExecutor executor = DefaultExecutor.builder()
                .setExecuteStreamHandler(new OutputLines(lines, process::fail))
                .setThreadFactory(ExecProcessRunner::daemon)
                .setWorkingDirectory(command.directory())
                .get();
        executor.setExitValues(null);
        executor.setProcessDestroyer(process);
        try {
            executor.execute(line, environment, process);
        } catch (IOException e) {
            throw new ProcessException(command.program() + " could not be started: " + e.getMessage(), e);
        }
        process.awaitStart();
        return process;
    }

    @Override
    public Optional<String> objection(Command command) {
        Map<String, String> environment = new HashMap<>(ourEnvironment);
        environment.putAll(command.environment());
        try {
            onLifeline(command, environment);
            return Optional.empty();
        } catch (ProcessException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    private CommandLine onLifeline(Command command, Map<String, String> environment) {
        Path directory = command.directory();
        if (!Files.isDirectory(directory)) {
            throw new ProcessException(command.program() + " cannot run in " + directory
                    + ", because there is no such directory; fix by making it");
        }
        Path program = SearchPath.of(environment).find(command.program(), directory);
        Path setsid = SearchPath.of(ourEnvironment).find("setsid", directory);
        List<String> arguments = command.arguments();
        return Lifeline.around(setsid, program, arguments.subList(1, arguments.size()));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "program");
        thread.setDaemon(true);
        return thread;
    }
}
