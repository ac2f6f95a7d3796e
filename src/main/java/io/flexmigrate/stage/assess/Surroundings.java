package io.flexmigrate.stage.assess;

import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.stage.probe.Probes;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What ASSESS knows beside the servers and the tools.
 *
 * @param usableBytes free space where the dump will be written
 * @param results gets all that was seen, before findings that block end the stage
 * @param probes what it may find out by trying it
 */
public record Surroundings(LongSupplier usableBytes, Consumer<AssessmentResult> results, Probes probes) {}
