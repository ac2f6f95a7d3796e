package io.flexmigrate.mysql;

import io.flexmigrate.mysql.Clients.Client;
import java.util.List;
import java.util.stream.Collectors;

/** Sessions were ended and did not go away in time. */
public final class StubbornSessionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StubbornSessionsException(List<Client> clients) {
        super("These sessions were ended and are there still: "
                + clients.stream().map(Client::label).collect(Collectors.joining("; ")));
    }
}
