package io.flexmigrate.cli;

import io.flexmigrate.model.SingleLine;
import io.flexmigrate.plan.InvalidPlanException;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TlsMode;
import io.flexmigrate.plan.PlanDraft;
import io.flexmigrate.plan.PlanDraft.GroupDraft;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.plan.PlanWriter;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.stage.assess.ServerFace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the first plan of what two servers say; it only reads them. */
record Init(PlanBeginning beginning, GroupChoice choice, InitReport report, PrintWriter out) {

    /** A dump and a load that together are slower than 10 MiB a second would be odd. */
    private static final long BYTES_PER_DAY = 10L * 1024 * 1024 * 86_400;

    private static final long FEWEST_DAYS = 2;
    private static final long MOST_DAYS = 30;

    /**
     * Writes the plan and says what it found.
     *
     * @param environment holds the passwords that the options name by variables
     * @throws RefusedException when there is no plan to be made; nothing is written then
     */
    void write(Map<String, String> environment) throws InterruptedException {
        Secrets secrets =
                new Secrets(environment, ProcessRunner.real(), Path.of("").toAbsolutePath());
        Surveyed seen = new FirstLook(beginning, secrets)
                .survey(beginning.plan(TlsMode.PREFERRED, TlsMode.PREFERRED, Duration.ofDays(FEWEST_DAYS), List.of()));
        GroupDrafts groups = new GroupDrafts(beginning.name(), seen.source().groups());
        check(seen, groups);
        String text = text(draft(seen, groups));
        if (beginning.destination().isStandardOutput()) {
            out.print(text);
        } else {
            beginning.destination().write(text);
        }
        report.write(beginning, seen, choice, groups.smallest());
    }

    private void check(Surveyed seen, GroupDrafts groups) {
        List<String> missing = beginning.databases().stream()
                .filter(database -> !seen.databases().contains(database))
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedException("There is no database " + listed(missing) + " on the source. It has: "
                    + listed(Stream.concat(seen.databases().stream(), seen.source().others().stream())
                            .toList()) + ". Correct --databases. No plan was written.");
        }
        if (seen.databases().isEmpty()) {
            throw new RefusedException("The source has no databases that could move. See that --source-host is right."
                    + " No plan was written.");
        }
        if (choice == GroupChoice.SMALLEST && !groups.unnameable().isEmpty()) {
            throw new RefusedException("A plan cannot name the database "
                    + listed(groups.unnameable())
                    + ", which has a control character in its name; --groups one needs no names. No plan was written.");
        }
    }

    private static String listed(List<String> names) {
        return names.stream().map(SingleLine::of).collect(Collectors.joining(", "));
    }

    private PlanDraft draft(Surveyed seen, GroupDrafts groups) {
        List<GroupDraft> smallest = groups.smallest();
        List<GroupDraft> active =
                choice == GroupChoice.SMALLEST && smallest.size() > 1 ? smallest : List.of(groups.one());
        PlanRemarks words = new PlanRemarks(beginning, seen);
        ServerFace source = seen.source().server();
        ServerFace target = seen.target().server();
        Map<String, List<String>> remarks = new HashMap<>(Map.of(
                "source", words.source(),
                "source.tls", words.tls(source),
                "source.binlog_retention", words.binlogRetention(),
                "target", words.target(),
                "target.tls", words.tls(target),
                "scope", words.scope(),
                "cutover.groups", words.groups(choice)));
        for (int index = 0; index < active.size(); index++) {
            remarks.put("cutover.groups[" + index + "]", active.get(index).remarks());
        }
        Plan plan = beginning.plan(
                beginning.source().mode(source.encrypted()),
                beginning.target().mode(target.encrypted()),
                retention(seen.bytes()),
                active.stream().map(GroupDraft::group).toList());
        boolean proposes = choice == GroupChoice.ONE && smallest.size() > 1;
        String program = String.join(" ", new ProgramVersion().getVersion());
        return new PlanDraft(plan, words.heading(program), remarks, proposes ? smallest : List.of());
    }

    /** A day to spare, and twice as long as dump and load could take. */
    private static Duration retention(long bytes) {
        return Duration.ofDays(Math.min(MOST_DAYS, Math.max(FEWEST_DAYS, 2 + 2 * bytes / BYTES_PER_DAY)));
    }

    /** The text of the plan, which is known to be readable. */
    private String text(PlanDraft draft) {
        String text = PlanWriter.write(draft);
        try {
            new PlanReader().read(beginning.destination().file(), text);
            return text;
        } catch (InvalidPlanException invalid) {
            throw new RefusedException(invalid.getMessage()
                    + "\nThe plan could not be read back, so it was not written. Try --groups one.");
        }
    }
}
