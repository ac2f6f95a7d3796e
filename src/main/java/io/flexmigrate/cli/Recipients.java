package io.flexmigrate.cli;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.OccasionHook;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.SecretReference;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.stage.flip.FlipException;
import io.flexmigrate.stage.notice.Recipient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Who is told of a run, by the plan. */
final class Recipients {

    private Recipients() {}

    static List<Recipient> of(Wiring wiring) throws InterruptedException {
        Plan plan = wiring.planFile().plan();
        List<Recipient> recipients = new ArrayList<>();
        for (OccasionHook hook : plan.on()) {
            String place = "on[" + recipients.size() + "]";
            recipients.add(new Recipient(
                    hook,
                    secrets(wiring, SecretPlaces.of(place, hook)),
                    wiring.programsRunner(),
                    Wiring.directoryOf(wiring.planFile()),
                    wiring.workspace().toolLog("hooks")));
        }
        return recipients;
    }

    /** A hook whose secret is not to be had cannot be told anything; that is no reason not to go on with a run. */
    private static Function<SecretReference, Secret> secrets(Wiring wiring, Map<String, SecretReference> places)
            throws InterruptedException {
        Secrets secrets =
                new Secrets(wiring.environment(), ProcessRunner.real(), Wiring.directoryOf(wiring.planFile()));
        Map<SecretReference, Secret> found = new HashMap<>();
        try {
            for (Map.Entry<String, SecretReference> place : places.entrySet()) {
                found.put(place.getValue(), secrets.resolve(place.getKey(), place.getValue()));
            }
        } catch (StageFailedException missing) {
            return reference -> {
                throw new FlipException(String.valueOf(missing.getMessage()), missing);
            };
        }
        return reference -> Objects.requireNonNull(found.get(reference));
    }
}
