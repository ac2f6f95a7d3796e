package io.flexmigrate.mydumper;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import java.util.Optional;

/**
 * What a dump's metadata says.
 *
 * @param coordinates the dumped server's own, at the snapshot; empty when the tool wrote none
 * @param gtidSet the transactions in the snapshot; empty when GTIDs are off
 * @param finished whether the tool wrote that the dump is at its end, which it also writes after errors
 * @param sourceIsReplica whether the dumped server replicates from another
 */
public record DumpMetadata(
        Optional<BinlogCoordinates> coordinates, GtidSet gtidSet, boolean finished, boolean sourceIsReplica) {}
