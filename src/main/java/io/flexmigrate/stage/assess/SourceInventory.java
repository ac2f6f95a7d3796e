package io.flexmigrate.stage.assess;

import io.flexmigrate.model.ObjectName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.ServerInventory;
import java.util.List;

/** The source as it was read; a part that could not be read throws {@link UnreadException} when it is asked for. */
record SourceInventory(ServerInventory server, Parts parts) {

    <P extends Part> P part(Class<P> kind) {
        return parts.get(kind);
    }

    /** All its databases but the system's own. */
    List<String> databases() {
        return part(SourceDatabases.class).all();
    }

    /** The databases that move. */
    List<String> scope() {
        return part(SourceDatabases.class).scope();
    }

    /** Base tables of the scope. */
    List<TableSize> tables() {
        return part(SourceTables.class).tables();
    }

    /** Views, routines, triggers and events of the scope. */
    List<ObjectName> objects() {
        return part(SourceObjects.class).objects();
    }

    /** Size of all tables of the scope, in bytes, as the server estimates it. */
    long bytes() {
        return tables().stream().mapToLong(TableSize::bytes).sum();
    }
}
