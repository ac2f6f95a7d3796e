package io.flexmigrate.stage.notice;

import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.FlipHook;
import io.flexmigrate.plan.OccasionHook;
import io.flexmigrate.plan.SecretReference;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.stage.flip.Flip;
import io.flexmigrate.stage.flip.FlipException;
import io.flexmigrate.stage.flip.Flips;
import io.flexmigrate.stage.flip.HookFacts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is told what happens in a run: one hook of the plan.
 *
 * @param secrets resolved beforehand; throws a {@link FlipException} where they are not to be had
 * @param directory where commands run: the plan file's directory
 * @param output gets what they print
 */
public record Recipient(
        OccasionHook hook,
        Function<SecretReference, Secret> secrets,
        ProcessRunner processes,
        Path directory,
        Consumer<String> output) {

    /** What it is, for people and the journal: of an address no more than the host, because the rest may be a secret. */
    public String shown() {
        return hook.hook() instanceof FlipHook.Program program
                ? new Command(program.hook().run(), directory, Map.of()).shown()
                : "POST to " + ((FlipHook.Webhook) hook.hook()).url().getHost();
    }

    /** The same, and of what it is told. */
    public String described() {
        String events =
                hook.events().stream().sorted().map(event -> event.word()).collect(Collectors.joining(", "));
        return "on " + events + ": " + shown();
    }

    /** Why it could not be told anything now, as far as that can be seen without doing it. */
    public Optional<String> objection() throws InterruptedException {
        try {
            return flip(Map::of).objection();
        } catch (FlipException noSecret) {
            return Optional.ofNullable(noSecret.getMessage());
        }
    }

    boolean wants(Notice notice) {
        return hook.events().contains(notice.event());
    }

    void tell(Notice notice) throws InterruptedException {
        flip(notice).run();
    }

    private Flip flip(HookFacts facts) {
        return Flips.telling(hook.hook(), facts, secrets, processes, directory, output);
    }
}
