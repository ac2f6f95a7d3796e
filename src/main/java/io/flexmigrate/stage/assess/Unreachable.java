package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.stage.EncryptionRemedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FM1000: a server that cannot be reached or does not let us in, with the remedy for the reason it gives. */
final class Unreachable {

    static final Rule RULE = Rule.absolute(
            "FM1000",
            "Both servers can be reached and read",
            "Nothing can be said about a server that does not answer, and nothing can be moved.",
            "https://dev.mysql.com/doc/refman/8.0/en/problems-connecting.html");

    private Unreachable() {}

    static Finding finding(String role, MySqlException failure) {
        return RULE.blocker(role, String.valueOf(failure.getMessage()), remedy(role, failure));
    }

    /** What no run can do without: servers that stay, and what there is to move. */
    static List<Finding> missingParts(Assessment seen) {
        List<Finding> findings = new ArrayList<>();
        Optional<String> sourceLost =
                seen.source().flatMap(source -> source.parts().lost());
        sourceLost.ifPresent(reason -> findings.add(lost("source", reason)));
        seen.target()
                .flatMap(target -> target.parts().lost())
                .ifPresent(reason -> findings.add(lost("target", reason)));
        if (sourceLost.isEmpty()) {
            findings.addAll(missingTables(seen));
        }
        return findings;
    }

    private static Finding lost(String role, String reason) {
        return RULE.blocker(
                role,
                "It was lost while it was read, so the rest of it is not known: " + sentence(reason),
                "See that the " + role + " runs and answers; then run the same command again.");
    }

    private static List<Finding> missingTables(Assessment seen) {
        try {
            seen.source().ifPresent(SourceInventory::tables);
            return List.of();
        } catch (UnreadException unread) {
            return List.of(
                    RULE.blocker(
                            "source",
                            "Its databases and tables could not be read: " + sentence(unread.reason()),
                            "See that the source answers and that our account has SELECT on *.*; then run the same command again."));
        }
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    private static String remedy(String role, MySqlException failure) {
        return failure.encryptionTrouble()
                .map(trouble -> EncryptionRemedy.of(role, trouble))
                .orElseGet(() -> otherRemedy(role, failure));
    }

    private static String otherRemedy(String role, MySqlException failure) {
        return switch (failure.errorNumber()) {
            case 1045 ->
                "Check " + role + ".user and " + role
                        + ".password, and from which hosts the account may come. An account"
                        + " that demands TLS (REQUIRE SSL) is refused so too on a connection without it: set " + role
                        + ".tls.mode to required or stricter.";
            case 1049, 1044 -> "Grant our account on the " + role + " access to the database.";
            case 3159 -> "The server wants TLS: set " + role + ".tls.mode to required or stricter.";
            case 1040 -> "The server has no connection left: close some, or raise max_connections.";
            default ->
                "Check " + role + ".host and " + role
                        + ".port, the firewall between here and there, and the TLS settings of both sides.";
        };
    }
}
