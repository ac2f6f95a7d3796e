package io.flexmigrate.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A program to run: never with a secret in its arguments or its environment.
 *
 * @param arguments the program and its arguments, passed as they are, never through a shell
 * @param directory the directory it runs in
 * @param environment variables added to ours
 */
public record Command(List<String> arguments, Path directory, Map<String, String> environment) {

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    public String program() {
        return arguments.get(0);
    }

    /** The command as a person would type it into a shell. */
    public String shown() {
        return arguments.stream().map(Command::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
