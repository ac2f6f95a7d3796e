package io.flexmigrate.scenario;

import io.flexmigrate.lab.LabServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What dies in the middle of a dump or a load. */
enum Victim {
    MIGRATE {
        @Override
        boolean strike(Scenario scenario, Program program) throws InterruptedException {
            if (!program.isAlive()) {
                return false;
            }
            program.kill();
            return true;
        }
    },
    MYDUMPER {
        @Override
        boolean strike(Scenario scenario, Program program) {
            return killTool(program, tool());
        }
    },
    MYLOADER {
        @Override
        boolean strike(Scenario scenario, Program program) {
            return killTool(program, tool());
        }
    },
    SOURCE {
        @Override
        boolean strike(Scenario scenario, Program program) {
            return crash(scenario.source);
        }
    },
    TARGET {
        @Override
        boolean strike(Scenario scenario, Program program) {
            return crash(scenario.target);
        }
    };

    /** Kills it without mercy, if it lives; a server is started again on its data. */
    abstract boolean strike(Scenario scenario, Program program) throws InterruptedException;

    /** Whether it lives at this moment. */
    boolean lives(Program program) {
        return switch (this) {
            case MIGRATE, SOURCE, TARGET -> program.isAlive();
            case MYDUMPER, MYLOADER -> !tools(program, tool()).isEmpty();
        };
    }

    String tool() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean killTool(Program program, String tool) {
        List<ProcessHandle> alive = tools(program, tool);
        return alive.stream().limit(1).allMatch(ProcessHandle::destroyForcibly) && !alive.isEmpty();
    }

    /** The tool under whatever ties its life to the program's. */
    private static List<ProcessHandle> tools(Program program, String tool) {
        return program.descendants().stream()
                .filter(child -> child.info()
                        .command()
                        .map(command -> Path.of(command).endsWith(tool))
                        .orElse(false))
                .toList();
    }

    private static boolean crash(LabServer server) {
        server.kill();
        server.start();
        return true;
    }
}
