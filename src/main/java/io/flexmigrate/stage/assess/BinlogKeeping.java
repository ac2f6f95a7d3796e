package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.BinlogLifetime;

/** How long the source keeps its binlogs. */
record BinlogKeeping(BinlogLifetime lifetime) implements Part {}
