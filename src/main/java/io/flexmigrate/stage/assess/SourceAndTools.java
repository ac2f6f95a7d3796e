package io.flexmigrate.stage.assess;

/** The source and the tools that are to dump it. */
record SourceAndTools(SourceInventory source, ToolInventory tools) {}
