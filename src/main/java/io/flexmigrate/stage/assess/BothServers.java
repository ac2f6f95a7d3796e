package io.flexmigrate.stage.assess;

/** The two servers beside each other. */
record BothServers(SourceInventory source, TargetInventory target) {}
