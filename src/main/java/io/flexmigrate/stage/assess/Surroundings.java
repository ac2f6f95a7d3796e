package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Acceptance;
import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.stage.probe.Probes;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What ASSESS knows beside the servers and the tools.
 *
 * @param usableBytes free space where the dump will be written
 * @param names finds the addresses of hosts
 * @param results gets all that was seen, before findings that block end the stage
 * @param acceptances findings that were accepted with the command
 * @param probes what it may find out by trying it
 */
public record Surroundings(
        LongSupplier usableBytes,
        NameResolver names,
        Consumer<AssessmentResult> results,
        List<Acceptance> acceptances,
        Probes probes) {
    public Surroundings {
        acceptances = List.copyOf(acceptances);
    }
}
