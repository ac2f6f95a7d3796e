package io.flexmigrate.stage.assess;

import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host, as this machine knows them. */
@FunctionalInterface
public interface NameResolver {

    /** Its addresses; empty when this machine knows none. A host that is an address is its own. */
    List<InetAddress> addresses(String host);

    /** The one of this machine. */
    static NameResolver ofThisMachine() {
        return new SystemNameResolver();
    }
}
