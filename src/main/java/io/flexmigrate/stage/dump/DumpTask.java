package io.flexmigrate.stage.dump;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;

/**
 * What is to be dumped, of which server, with which tool.
 *
 * @param sizes all base tables of the databases, as they were assessed
 */
record DumpTask(List<String> databases, List<TableSize> sizes, ServerVersion version, ToolVersion tool) {
    DumpTask {
        databases = List.copyOf(databases);
        sizes = List.copyOf(sizes);
    }

    List<TableName> tables() {
        return sizes.stream().map(TableSize::name).toList();
    }
}
