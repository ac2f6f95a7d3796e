package io.flexmigrate.lab;

import java.util.List;

/** Reads mysqld's options. */
final class ServerOptions {

    private static final String PORT = "--port=";

    private ServerOptions() {}

    /** The last one given, since that is the one mysqld takes. */
    static int port(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith(PORT))
                .reduce((earlier, later) -> later)
                .map(option -> Integer.parseInt(option.substring(PORT.length())))
                .orElseThrow();
    }
}
