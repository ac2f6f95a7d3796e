package io.flexmigrate.stage.assess;

/** A part of what is read of a server: a record of its own for each thing that is read with one or a few statements. */
interface Part {}
