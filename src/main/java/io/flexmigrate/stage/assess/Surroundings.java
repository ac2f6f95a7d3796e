package io.flexmigrate.stage.assess;

import io.flexmigrate.planning.AssessmentResult;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What ASSESS knows beside the servers and the tools.
 *
 * @param usableBytes free space where the dump will be written
 * @param names finds the addresses of hosts
 * @param results gets all that was seen, before findings that block end the stage
 */
public record Surroundings(LongSupplier usableBytes, NameResolver names, Consumer<AssessmentResult> results) {}
