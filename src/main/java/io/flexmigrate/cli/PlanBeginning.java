package io.flexmigrate.cli;

import io.flexmigrate.plan.Approval;
import io.flexmigrate.plan.Compression;
import io.flexmigrate.plan.CutOverProof;
import io.flexmigrate.plan.Existing;
import io.flexmigrate.plan.InvalidPlanException;
import io.flexmigrate.plan.LinkMode;
import io.flexmigrate.plan.LongQueries;
import io.flexmigrate.plan.OnBlocker;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.Group;
import io.flexmigrate.plan.Plan.Replication;
import io.flexmigrate.plan.Plan.TlsMode;
import io.flexmigrate.plan.PlanDraft;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.plan.PlanWriter;
import io.flexmigrate.plan.Problem;
import io.flexmigrate.plan.VerifyMode;
import io.flexmigrate.plan.WayIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line says of a plan that is to be written.
 *
 * @param databases those that move; empty for all
 */
record PlanBeginning(
        String name,
        ServerFlags source,
        ServerFlags target,
        Replication replication,
        List<String> databases,
        PlanDestination destination) {

    private static final Duration SHORTEST_RETENTION = Duration.ofDays(2);

    PlanBeginning {
        databases = List.copyOf(databases);
    }

    /** What a plan would not take of it; each in one line, by its option. */
    List<String> problems() {
        Plan plan = plan(
                source.modes().get(0),
                target.modes().get(0),
                SHORTEST_RETENTION,
                List.of(new Group("all", List.of(), List.of(), List.of())));
        try {
            new PlanReader()
                    .read(destination.file(), PlanWriter.write(new PlanDraft(plan, List.of(), Map.of(), List.of())));
            return List.of();
        } catch (InvalidPlanException invalid) {
            return invalid.problems().stream()
                    // because it is that of the source, of which the same was said
                    .filter(problem -> !problem.path().equals("source.replication.port"))
                    .map(PlanBeginning::problem)
                    .toList();
        }
    }

    private static String problem(Problem problem) {
        String option = problem.path()
                .replaceFirst("^source\\.replication\\.", "replication.")
                .replaceFirst("^scope\\.databases.*", "databases")
                .replace('.', '-');
        return option.isEmpty() ? problem.message() : "--" + option + ": " + problem.message();
    }

    /** The plan: beside what is given, only what a plan says when it says nothing, or what this version can. */
    Plan plan(TlsMode sourceMode, TlsMode targetMode, Duration binlogRetention, List<Group> groups) {
        Plan.Endpoint ofTarget = target.endpoint(targetMode, destination::written);
        return new Plan(
                name,
                Plan.Purpose.MIGRATION,
                new Plan.Source(source.endpoint(sourceMode, destination::written), replication, binlogRetention),
                new Plan.Target(Plan.TargetKind.FLEXIBLE_SERVER, ofTarget, WayIn.like(ofTarget)),
                new Plan.Scope(databases, List.of()),
                new Plan.Accounts(false, List.of(), Existing.KEEP),
                Map.of(),
                new Plan.Dump(
                        Optional.empty(),
                        0,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1),
                        LongQueries.WAIT,
                        true,
                        Compression.NONE,
                        0,
                        0),
                new Plan.Load(Optional.empty(), 0, true, true),
                new Plan.Link(LinkMode.AUTO, Duration.ofMinutes(10)),
                new Plan.CatchUp(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofDays(1), true),
                new Plan.Watch(Duration.ofSeconds(10), Duration.ofMinutes(1), List.of()),
                new Plan.Verify(VerifyMode.FULL, 2, CutOverProof.REQUIRED, 0, 10),
                new Plan.CutOver(
                        Approval.MANUAL,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        5,
                        Plan.WayBack.NONE,
                        Duration.ofSeconds(30),
                        OnBlocker.WAIT,
                        groups),
                List.of(),
                Set.of(),
                List.of());
    }
}
