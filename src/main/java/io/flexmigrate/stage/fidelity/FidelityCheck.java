package io.flexmigrate.stage.fidelity;

import io.flexmigrate.engine.DifferencesFoundException;
import io.flexmigrate.engine.Facts;
import io.flexmigrate.model.DefinitionDifference;
import io.flexmigrate.model.Drift;
import io.flexmigrate.model.Fact;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.drift.SourceDrift;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses to go on when the target does not define what the source defines. */
public record FidelityCheck(Fidelity fidelity, SourceDrift drift, Link.Opener links) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * After the load, while the target stands at the snapshot: what changed on the source since will be replicated.
     *
     * @throws DifferencesFoundException naming each difference
     */
    public void requireOfSnapshot(Facts facts) {
        List<DefinitionDifference> differences = fidelity.differences(facts.get(Fact.Assessed.class));
        if (!differences.isEmpty()) {
            Set<String> changed = names(drift.ofDefinitions(facts));
            require(differences.stream()
                    .filter(difference -> !changed.contains(difference.owner()))
                    .toList());
        }
    }

    private static Set<String> names(Drift drift) {
        Set<String> names = new HashSet<>(drift.added());
        names.addAll(drift.changed());
        names.addAll(drift.gone());
        return names;
    }

    /**
     * While the target follows: what stands after it has applied all that the source had done by then.
     *
     * @throws DifferencesFoundException naming each difference
     */
    public void requireWhileMoving(Fact.Assessed assessed) {
        List<DefinitionDifference> differences = fidelity.differences(assessed);
        if (differences.isEmpty()) {
            return;
        }
        try (Link link = links.open(assessed)) {
            while (!link.awaitApplied(link.sourceCoordinates(), PATIENCE)) {
                link.requireHealthy();
            }
        }
        Set<DefinitionDifference> before = new HashSet<>(differences);
        require(fidelity.differences(assessed).stream().filter(before::contains).toList());
    }

    private static void require(List<DefinitionDifference> differences) {
        if (!differences.isEmpty()) {
            throw DifferencesFoundException.ofDefinitions(
                    differences.stream().map(DefinitionDifference::words).toList());
        }
    }
}
