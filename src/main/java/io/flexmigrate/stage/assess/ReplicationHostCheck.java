package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Optional;

/** FM1420 to FM1422: by what is known here, the target can reach the source at source.replication.host. */
final class ReplicationHostCheck implements Check<Addresses> {

    private static final String MANUAL =
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication";
    private static final Rule KNOWN = Rule.of(
            "FM1420",
            "source.replication.host is a name that is known",
            "The target looks the name up by itself; one that its name servers do not know either stops the link with error 2005.",
            MANUAL);
    private static final Rule ELSEWHERE = Rule.absolute(
            "FM1421",
            "source.replication.host leads from the target to the source",
            "A loopback address leads every machine to itself: the target would look for the source on its own host.",
            MANUAL);
    private static final Rule REACHABLE = Rule.of(
            "FM1422",
            "A target with a public address finds the source at a public one",
            "A flexible server with public access leaves by the internet, also when it has a private endpoint; only one with VNet"
                    + " integration reaches private addresses.",
            MANUAL);

    @Override
    public List<Rule> rules() {
        return List.of(KNOWN, ELSEWHERE, REACHABLE);
    }

    @Override
    public List<Finding> findings(Plan plan, Addresses seen) {
        String host = plan.source().replication().host();
        if (seen.replication().isEmpty()) {
            boolean alreadySaid = host.equals(plan.source().endpoint().host());
            return alreadySaid ? List.of() : List.of(unknown(host));
        }
        if (seen.target().isEmpty()) {
            return List.of();
        }
        return problem(host, seen).map(List::of).orElse(List.of());
    }

    private static Finding unknown(String host) {
        return KNOWN.warning(
                "source.replication.host",
                "This machine finds no address for " + host
                        + ". That is no error when only the target's network knows the name.",
                "See from a machine in the target's network that it is known:\nnslookup '" + host
                        + "'\nOtherwise write a name or an address into source.replication.host that the target can look up.");
    }

    private static Optional<Finding> problem(String host, Addresses seen) {
        Reach target = Reach.of(seen.target());
        String seenAs = host + " is " + Addresses.label(seen.replication()) + " here, and the target is "
                + Addresses.label(seen.target()) + ".";
        return switch (Reach.of(seen.replication())) {
            case LOOPBACK ->
                target == Reach.LOOPBACK
                        ? Optional.empty()
                        : Optional.of(
                                ELSEWHERE.blocker(
                                        "source.replication.host",
                                        seenAs,
                                        "Write the source's address as the target's network sees it into source.replication.host."));
            case PRIVATE ->
                target == Reach.PUBLIC
                        ? Optional.of(REACHABLE.warning(
                                "source.replication.host",
                                seenAs,
                                "Give the source a public address or name that only the target may reach, and write it into"
                                        + " source.replication.host; or create the target with VNet integration."))
                        : Optional.empty();
            case PUBLIC -> Optional.empty();
        };
    }
}
