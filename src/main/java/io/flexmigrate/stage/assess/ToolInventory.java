package io.flexmigrate.stage.assess;

import io.flexmigrate.mydumper.ToolVersion;
import java.util.Optional;

/**
 * The tools as they answered.
 *
 * @param mydumper empty when it could not be asked
 * @param myloader empty when it could not be asked
 * @param mydumperProblem why not, in words; empty when it answered
 * @param myloaderProblem why not, in words; empty when it answered
 * @param usableBytes free space where the dump will be written
 */
record ToolInventory(
        Optional<ToolVersion> mydumper,
        Optional<ToolVersion> myloader,
        String mydumperProblem,
        String myloaderProblem,
        long usableBytes) {}
