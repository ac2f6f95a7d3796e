package io.flexmigrate.cli;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.assess.SourceSurvey;
import io.flexmigrate.stage.assess.TargetSurvey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads both servers before there is a plan, over one connection to each. */
record FirstLook(PlanBeginning beginning, Secrets secrets) {

    private interface Reading<T> {
        T read() throws InterruptedException;
    }

    /**
     * Reads them.
     *
     * @param plan says which databases would move; it needs no groups
     * @throws RefusedException naming every password that is not to be had, or every server that does not answer
     */
    Surveyed survey(Plan plan) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        Optional<FirstContact> source = attempt(() -> contact("source", beginning.source()), failures);
        Optional<FirstContact> target = attempt(() -> contact("target", beginning.target()), failures);
        check(failures);
        Optional<SourceSurvey> left =
                attempt(() -> source.orElseThrow().with(session -> SourceSurvey.read(plan, session)), failures);
        Optional<TargetSurvey> right = attempt(() -> target.orElseThrow().with(TargetSurvey::read), failures);
        check(failures);
        return new Surveyed(left.orElseThrow(), right.orElseThrow());
    }

    private FirstContact contact(String role, ServerFlags flags) throws InterruptedException {
        Secret password =
                secrets.resolve(flags.side() + "-password", flags.password().reference(UnaryOperator.identity()));
        return new FirstContact(role, flags, password);
    }

    private static <T> Optional<T> attempt(Reading<T> reading, List<String> failures) throws InterruptedException {
        try {
            return Optional.of(reading.read());
        } catch (MySqlException unreachable) {
            failures.add(
                    unreachable.getMessage() + "\nTo do: see that host, port, user, password and TLS mode are right"
                            + " and that the server answers.");
        } catch (StageFailedException missing) {
            failures.add(missing.getMessage() + "\nTo do: " + missing.remedy());
        }
        return Optional.empty();
    }

    private static void check(List<String> failures) {
        if (!failures.isEmpty()) {
            throw new RefusedException(String.join("\n", failures) + "\nNo plan was written.");
        }
    }
}
