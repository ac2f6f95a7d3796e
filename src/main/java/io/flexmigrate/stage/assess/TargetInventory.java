package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.ServerInventory;

/** The target as it was read; a part that could not be read throws {@link UnreadException} when it is asked for. */
record TargetInventory(ServerInventory server, Parts parts) {

    <P extends Part> P part(Class<P> kind) {
        return parts.get(kind);
    }
}
