package io.flexmigrate.cli;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.planning.GroupProposal;
import io.flexmigrate.report.Amounts;
import io.flexmigrate.stage.assess.ServerFace;
import io.flexmigrate.stage.assess.SourceSurvey.DatabaseSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a new plan says in its comments of the servers it was made of. */
record PlanRemarks(PlanBeginning beginning, Surveyed seen) {

    private static final int MOST_NAMED = 10;

    List<String> heading(String program) {
        return List.of(
                "The plan of a move from " + beginning.source().host().orElse("") + " ("
                        + seen.source().server() + ") to "
                        + beginning.target().host().orElse("") + " ("
                        + seen.target().server() + ").",
                "Written by `migrate init` of " + program + ", of what both servers said; nothing was changed on them.",
                "Look it through, name the flip hooks of your clients below, then: migrate plan "
                        + beginning.destination().file());
    }

    List<String> source() {
        List<String> remarks = new ArrayList<>(List.of("Seen: " + seen.source().server() + "."));
        remarks.addAll(seen.source().unread());
        return remarks;
    }

    List<String> target() {
        return List.of("Seen: " + seen.target().server() + ", "
                + (seen.target().replicates()
                        ? "with the procedures by which a flexible server is made a replica."
                        : "WITHOUT the procedures by which a flexible server is made a replica (mysql.az_replication_...):"
                                + " `migrate plan` will say what is missing."));
    }

    List<String> tls(ServerFace server) {
        if (server.encrypted()) {
            return List.of(
                    "The connection was encrypted. A ca and the mode verify-identity prove beside that who answers.");
        }
        String offered = server.tlsVersions().isEmpty() ? "no TLS" : server.tlsVersions();
        return List.of("The connection was NOT encrypted: the server offers " + offered
                + ". Keep it within a private network.");
    }

    List<String> binlogRetention() {
        String need = "They must last from the dump until the target has caught up: the value is ample for about "
                + Amounts.bytes(seen.bytes()) + ".";
        return seen.source()
                .binlogRetention()
                .map(kept -> List.of("The source keeps its binlogs " + kept(kept) + ". " + need))
                .orElse(List.of(need));
    }

    private static String kept(Duration kept) {
        if (kept.isZero()) {
            return "for ever";
        }
        return kept.toHours() % 24 == 0 ? "for " + kept.toDays() + " days" : "for " + kept.toHours() + " hours";
    }

    List<String> scope() {
        List<DatabaseSize> largest = seen.source().databases().stream()
                .sorted(Comparator.comparingLong(DatabaseSize::bytes).reversed().thenComparing(DatabaseSize::name))
                .limit(MOST_NAMED)
                .toList();
        String more = seen.databases().size() > largest.size() ? ", and smaller ones" : "";
        List<String> remarks = new ArrayList<>(List.of(seen.databases().size() + " databases, " + seen.tables()
                + " tables, about " + Amounts.bytes(seen.bytes())
                + " as the source estimates it: "
                + largest.stream()
                        .map(database -> database.name() + " " + Amounts.bytes(database.bytes()))
                        .collect(Collectors.joining(", "))
                + more + "."));
        remarks.addAll(leftOut());
        return remarks;
    }

    List<String> leftOut() {
        return seen.source().others().isEmpty()
                ? List.of()
                : List.of("Left out: " + some(seen.source().others())
                        + ". This version moves all databases together, and `migrate plan` refuses to leave some out.");
    }

    /** What there is to say of all groups. */
    List<String> groups(GroupChoice choice) {
        GroupProposal proposal = seen.source().groups();
        List<String> remarks = new ArrayList<>();
        if (proposal.groups().size() > 1) {
            remarks.add(
                    switch (choice) {
                        case ONE ->
                            "This version moves all databases together, in one group. The smallest groups that can cut"
                                    + " over one after the other, for a version that can do so:";
                        case SMALLEST ->
                            "The smallest groups that can cut over one after the other. This version cannot do that yet,"
                                    + " and `migrate plan` refuses them (FM1050): `--groups one` writes one group.";
                    });
        }
        remarks.addAll(aside());
        return remarks;
    }

    /** Who and what belongs to no group. */
    List<String> aside() {
        GroupProposal proposal = seen.source().groups();
        List<String> remarks = new ArrayList<>();
        if (!proposal.administrators().isEmpty()) {
            remarks.add("May write everywhere, and are in no group: "
                    + some(proposal.administrators().stream()
                            .map(AccountName::toString)
                            .toList())
                    + ". Name those in a group that your clients use.");
        }
        if (!proposal.outside().isEmpty()) {
            remarks.add("Leads out of the databases that move: " + some(proposal.outside()) + ".");
        }
        return remarks;
    }

    private static String some(List<String> names) {
        String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size()))) + more;
    }
}
