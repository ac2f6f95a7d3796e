package io.flexmigrate.stage.flip;

import io.flexmigrate.model.Action;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.FlipHook;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.SecretReference;
import io.flexmigrate.process.ProcessRunner;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes of the hooks of a group what does them. */
@FunctionalInterface
public interface Flips {

    /** All of a group that send its clients over, in their order. */
    List<Flip> of(Plan.Group group);

    /**
     * Those that act.
     *
     * @param secrets resolved beforehand
     * @param directory where commands run: the plan file's directory
     * @param output gets what they print
     */
    static Flips live(
            Plan plan,
            Function<SecretReference, Secret> secrets,
            ProcessRunner processes,
            Path directory,
            Consumer<String> output) {
        return group -> {
            FlipFacts facts = FlipFacts.of(plan, group);
            return group.flip().stream()
                    .map(hook -> flip(hook, facts, secrets, processes, directory, output))
                    .toList();
        };
    }

    private static Flip flip(
            FlipHook hook,
            FlipFacts facts,
            Function<SecretReference, Secret> secrets,
            ProcessRunner processes,
            Path directory,
            Consumer<String> output) {
        if (hook instanceof FlipHook.Statements statements) {
            return new StatementsFlip(statements, facts, MySqlServer.connecting(settings(statements, secrets)));
        }
        if (hook instanceof FlipHook.Haproxy haproxy) {
            return new HaproxyFlip(haproxy, new HaproxyApi(haproxy.api(), haproxy.timeout()));
        }
        return telling(hook, facts, secrets, processes, directory, output);
    }

    /**
     * What tells somebody these facts: a command or a webhook.
     *
     * @param directory where commands run: the plan file's directory
     * @param output gets what they print
     */
    static Flip telling(
            FlipHook hook,
            HookFacts facts,
            Function<SecretReference, Secret> secrets,
            ProcessRunner processes,
            Path directory,
            Consumer<String> output) {
        if (hook instanceof FlipHook.Program program) {
            return new CommandFlip(program.hook(), facts, processes, directory, output);
        }
        FlipHook.Webhook webhook = (FlipHook.Webhook) hook;
        Map<String, Secret> headers = new HashMap<>();
        webhook.headers().forEach((name, reference) -> headers.put(name, secrets.apply(reference)));
        return new WebhookFlip(webhook, facts, headers);
    }

    private static ConnectionSettings settings(FlipHook.Statements hook, Function<SecretReference, Secret> secrets) {
        Plan.Endpoint endpoint = hook.endpoint();
        return new ConnectionSettings(
                "flip endpoint",
                endpoint.host(),
                endpoint.port(),
                endpoint.user(),
                secrets.apply(endpoint.password()),
                endpoint.tls().mode().name(),
                endpoint.tls().ca());
    }

    /** Those of a dry run: each is looked at, and said. */
    static Flips described(Flips live, Consumer<Action> sink) {
        return group -> live.of(group).stream()
                .map(flip -> (Flip) new Described(flip, sink))
                .toList();
    }

    /** Says what it would do, and what stands in its way now. */
    record Described(Flip flip, Consumer<Action> sink) implements Flip {

        @Override
        public String shown() {
            return flip.shown();
        }

        @Override
        public Optional<String> objection() throws InterruptedException {
            return flip.objection();
        }

        @Override
        public boolean turnsProxy() {
            return flip.turnsProxy();
        }

        @Override
        public void run() throws InterruptedException {
            Action.Kind kind = flip instanceof CommandFlip ? Action.Kind.COMMAND : Action.Kind.NOTE;
            sink.accept(new Action(kind, Action.HERE, flip.shown()));
            flip.objection()
                    .ifPresent(words -> sink.accept(
                            new Action(Action.Kind.NOTE, Action.HERE, "this flip hook would not work now: " + words)));
        }
    }
}
