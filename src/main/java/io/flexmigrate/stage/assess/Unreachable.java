package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.MySqlException;
import java.util.List;

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

    /** The one thing of a server that no run can do without: what there is to move. */
    static List<Finding> missingParts(Assessment seen) {
        try {
            seen.source().ifPresent(SourceInventory::tables);
            return List.of();
        } catch (UnreadException unread) {
            return List.of(
                    RULE.blocker(
                            "source",
                            "Its databases and tables could not be read: " + unread.reason(),
                            "See that the source answers and that our account has SELECT on *.*; then run the same command again."));
        }
    }

    private static String remedy(String role, MySqlException failure) {
        return switch (failure.errorNumber()) {
            case 1045 ->
                "Check " + role + ".user and " + role + ".password, and from which hosts the account may come.";
            case 1049, 1044 -> "Grant our account on the " + role + " access to the database.";
            case 3159 -> "The server wants TLS: set " + role + ".tls.mode to required or stricter.";
            case 1040 -> "The server has no connection left: close some, or raise max_connections.";
            default ->
                "Check " + role + ".host and " + role
                        + ".port, the firewall between here and there, and the TLS settings of both sides.";
        };
    }
}
