package io.flexmigrate.stage.assess;

import io.flexmigrate.plan.Plan;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The addresses of a plan's hosts, as this machine knows them.
 *
 * @param replication of source.replication.host
 * @param target of target.host
 */
record Addresses(List<InetAddress> replication, List<InetAddress> target) {

    Addresses {
        replication = List.copyOf(replication);
        target = List.copyOf(target);
    }

    static Addresses of(Plan plan, NameResolver names) {
        return new Addresses(
                names.addresses(plan.source().replication().host()),
                names.addresses(plan.target().endpoint().host()));
    }

    /** Addresses as a phrase. */
    static String label(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }
}
