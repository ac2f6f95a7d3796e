package io.flexmigrate.stage.dump;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;

/**
 * What is to be dumped, of which server, with which tool.
 *
 * @param tables all base tables of the databases
 */
record DumpTask(List<String> databases, List<TableName> tables, ServerVersion version, ToolVersion tool) {
    DumpTask {
        databases = List.copyOf(databases);
        tables = List.copyOf(tables);
    }
}
