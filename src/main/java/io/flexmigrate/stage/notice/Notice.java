package io.flexmigrate.stage.notice;

import io.flexmigrate.engine.StageName;
import io.flexmigrate.plan.Occasion;
import io.flexmigrate.stage.flip.HookFacts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that happened in a run, as others are told it.
 *
 * @param plan its name
 * @param run the run's name, unique
 * @param group empty when it is about all
 * @param exitCode with which the program is about to end, where it ends in an error
 */
public record Notice(
        Occasion event,
        String plan,
        String run,
        StageName stage,
        Optional<String> group,
        String message,
        Instant at,
        OptionalInt exitCode)
        implements HookFacts {

    /** An environment has not room for everything that may be said: execve(2) takes 128 KiB for one variable. */
    private static final int LONGEST_MESSAGE = 4_000;

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "MIGRATE_EVENT",
                event.word(),
                "MIGRATE_PLAN",
                plan,
                "MIGRATE_RUN",
                run,
                "MIGRATE_STAGE",
                stage.name(),
                "MIGRATE_GROUP",
                group.orElse(""),
                "MIGRATE_MESSAGE",
                shown(message),
                "MIGRATE_TIME",
                at.toString(),
                "MIGRATE_EXIT_CODE",
                exitCode.isPresent() ? Integer.toString(exitCode.getAsInt()) : "");
    }

    /** Without the one character that no environment can hold. */
    private static String shown(String message) {
        String whole = message.replace('\0', '?');
        return whole.length() > LONGEST_MESSAGE ? whole.substring(0, LONGEST_MESSAGE) + "…" : whole;
    }
}
