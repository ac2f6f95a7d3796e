package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.MySqlException;

/** FM1000: a server that cannot be reached or does not let us in, with the remedy for the reason it gives. */
final class Unreachable {

    private Unreachable() {}

    static Finding finding(String role, MySqlException failure) {
        return Finding.blocker("FM1000", role, String.valueOf(failure.getMessage()), remedy(role, failure));
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
