package io.flexmigrate.cli;

import io.flexmigrate.web.Listener;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code migrate ui}: shows a run to browsers, whoever works on it. */
@Command(
        name = "ui",
        header = "Shows a run live to browsers and Prometheus; changes nothing.",
        description = """
            Follows the journal until it is ended with Ctrl-C, whoever works on the run,
            and whether or not somebody does.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate ui plan.yaml
                  Then open http://127.0.0.1:8080/ on this machine; from another one:
                  ssh -L 8080:127.0.0.1:8080 HOST
              migrate ui plan.yaml --work-dir /data/shop --listen 127.0.0.1:8081
              migrate ui plan.yaml --listen 0.0.0.0:8080
                  Needs MIGRATE_UI_TOKEN in the environment.

            Read on: src/site/markdown/watching.md
            """)
@Exits({ExitCode.INVALID_PLAN, ExitCode.INTERRUPTED})
@SuppressWarnings("NullAway.Init") // picocli sets the command
final class UiCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description =
                    "Where to. Default: 127.0.0.1:8080. Elsewhere than on the loopback interface the environment must hold "
                            + ListenParameters.TOKEN + ", which visitors are asked for.",
            defaultValue = "127.0.0.1:8080")
    private String place = "";

    @Spec
    private CommandSpec command;

    private final PrintWriter out;

    UiCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunView view = new RunView(parameters.reading());
        try (Listener listener = listener(view)) {
            out.println("The run is shown at http://" + listener.address() + "/; Ctrl-C ends that, and nothing else.");
            out.flush();
            new CountDownLatch(1).await();
        }
        return ExitCode.DONE.code();
    }

    private Listener listener(RunView view) {
        try {
            return ListenParameters.listener(place, view, System.getenv());
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException(command.commandLine(), impossible.getMessage() + ".");
        }
    }
}
