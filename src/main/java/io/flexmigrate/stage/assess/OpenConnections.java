package io.flexmigrate.stage.assess;

/** How many connections a server has open. */
record OpenConnections(long number) implements Part {}
