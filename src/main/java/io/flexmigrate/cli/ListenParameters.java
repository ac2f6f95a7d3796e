package io.flexmigrate.cli;

import io.flexmigrate.model.Secret;
import io.flexmigrate.web.ListenAddress;
import io.flexmigrate.web.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the verbs that walk take so that others can look on. */
@SuppressWarnings("NullAway.Init") // picocli sets the command
final class ListenParameters {

    /** Whoever shows this may look, where others than this machine can come. */
    static final String TOKEN = "MIGRATE_UI_TOKEN";

    @Option(
            names = "--ui",
            paramLabel = "HOST:PORT",
            description =
                    "Show the run live to browsers, such as 127.0.0.1:8080; read-only. Elsewhere than on the loopback"
                            + " interface the environment must hold " + TOKEN + ", which visitors are asked for.")
    private Optional<String> page = Optional.empty();

    @Option(
            names = "--metrics",
            paramLabel = "HOST:PORT",
            description = "Show numbers to Prometheus at /metrics, such as 127.0.0.1:9464; with the same token.")
    private Optional<String> metrics = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** For a verb that walks nothing this time. */
    void requireUnused(String condition) {
        if (page.isPresent() || metrics.isPresent()) {
            throw new ParameterException(command.commandLine(), "--ui and --metrics are not for " + condition);
        }
    }

    /** What others may look at. */
    @FunctionalInterface
    interface Walk {
        ExitCode go() throws InterruptedException;
    }

    /**
     * Listens where it was asked to as long as this goes on.
     *
     * @throws ParameterException when it cannot listen there; then nothing was begun
     */
    ExitCode during(Walk walk, RunReading reading, Telling telling) throws InterruptedException {
        List<Listener> listeners = listeners(new RunView(reading));
        try {
            listeners.forEach(listener -> telling.say("The run is shown at http://" + listener.address() + "/"));
            return walk.go();
        } finally {
            listeners.forEach(Listener::close);
        }
    }

    private List<Listener> listeners(RunView view) {
        List<Listener> listeners = new ArrayList<>();
        try {
            Stream.of(page, metrics)
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(place -> listeners.add(listener(place, view, System.getenv())));
            return listeners;
        } catch (IllegalArgumentException impossible) {
            listeners.forEach(Listener::close);
            throw new ParameterException(command.commandLine(), impossible.getMessage() + ".");
        }
    }

    static Listener listener(String place, RunView view, Map<String, String> environment) {
        ListenAddress address = ListenAddress.of(place);
        Optional<Secret> token = Optional.ofNullable(environment.get(TOKEN))
                .filter(text -> !text.isEmpty())
                .map(Secret::new);
        try {
            return Listener.start(address, token, view);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    refused.getMessage() + (token.isEmpty() && !address.isLoopback() ? " in " + TOKEN : ""), refused);
        }
    }
}
