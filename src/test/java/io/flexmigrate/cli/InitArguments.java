package io.flexmigrate.cli;

import java.util.ArrayList;
import java.util.List;

/** A command line of {@code migrate init}: options with their values, unless others are given for them. */
final class InitArguments {

    private final List<String> arguments = new ArrayList<>(List.of("init"));
    private final List<String> others;

    InitArguments(String... others) {
        this.others = List.of(others);
    }

    InitArguments with(String option, Object value) {
        if (!others.contains(option)) {
            arguments.add(option);
            arguments.add(value.toString());
        }
        return this;
    }

    CommandLineRun run() {
        arguments.addAll(others);
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
