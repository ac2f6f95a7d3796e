package io.flexmigrate.lab;

import java.util.List;
import java.util.Optional;

/** Reads mysqld's options. */
final class ServerOptions {

    private ServerOptions() {}

    static int port(List<String> options) {
        return value(options, "--port").map(Integer::parseInt).orElseThrow();
    }

    /** The last one given, since that is the one mysqld takes. */
    static Optional<String> value(List<String> options, String name) {
        return options.stream()
                .filter(option -> option.startsWith(name + "="))
                .reduce((earlier, later) -> later)
                .map(option -> option.substring(name.length() + 1));
    }
}
