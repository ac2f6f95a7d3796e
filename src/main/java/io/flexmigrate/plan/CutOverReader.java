package io.flexmigrate.plan;

import io.flexmigrate.plan.Plan.CutOver;
import io.flexmigrate.plan.Plan.Group;
import io.flexmigrate.plan.Plan.WayBack;
import java.time.Duration;
import java.util.List;

/**
 * Reads how the writes move.
 *
 * @param secrets reads references to secrets
 * @param run the plan's name, which is also that of the one group of a plan without groups
 */
record CutOverReader(PlanDirectory directory, SecretReader secrets, String run) {

    private static final int DEFAULT_REHEARSALS = 5;

    CutOver read(Section section) {
        return new CutOver(
                section.optional("approval", Scalar.word(Approval.class), Approval.MANUAL),
                section.optional("budget", Scalar.duration("100ms", "1h"), Duration.ofSeconds(3)),
                section.optional("dead_man_after", Scalar.duration("2s", "10m"), Duration.ofSeconds(5)),
                section.optional("rehearsals", Scalar.wholeNumber(1, 100), DEFAULT_REHEARSALS),
                section.optional("way_back", Scalar.word(WayBack.class), WayBack.REQUIRED),
                section.optional("watch_stragglers", Scalar.duration("0s", "1h"), Duration.ofSeconds(30)),
                section.optional("on_blocker", Scalar.word(OnBlocker.class), OnBlocker.WAIT),
                groups(section));
    }

    private List<Group> groups(Section section) {
        List<Group> groups = section.list("groups", this::group).orElse(List.of());
        return groups.isEmpty() ? List.of(new Group(run, List.of(), List.of(), List.of())) : groups;
    }

    private Group group(Section section) {
        FlipHookReader hooks = new FlipHookReader(directory, secrets);
        return new Group(
                section.required("name", Names.run()),
                section.list("databases", Names.database()),
                section.list("accounts", Names.account()),
                section.list("flip", hooks::read).orElse(List.of()),
                section.list("flip_back", hooks::read),
                section.optionalSection("canary", this::canary));
    }

    private Canary canary(Section section) {
        return new Canary(
                new ServerReader(directory, secrets).endpoint(section, Plan.TargetKind.MYSQL),
                section.optional("mode", Scalar.word(Canary.Mode.class), Canary.Mode.WRITE),
                section.optional("database", Names.database()),
                section.optional("interval", Scalar.duration("1ms", "10s"), Duration.ofMillis(10)));
    }
}
