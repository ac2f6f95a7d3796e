package io.flexmigrate.lab;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the demo's clients saw and what is left of it on the target.
 *
 * @param seen by the clients
 * @param wrote how long they wrote
 * @param events of the migration's journal
 * @param lost transactions acknowledged and not on the target
 * @param strangers transactions on the target that no client was promised
 * @param total of all balances on the target
 * @param differences between where the source ended and where the target began
 */
record DemoReport(
        TrafficReport seen,
        Duration wrote,
        List<Event> events,
        Set<String> lost,
        Set<String> strangers,
        long total,
        List<String> differences) {

    private static final int SHOWN = 5;

    /** Whether everything arrived, once, and both servers were equal at the fence. */
    boolean isGood() {
        return !seen.acknowledged().isEmpty()
                && lost.isEmpty()
                && strangers.isEmpty()
                && total == TrafficTables.TOTAL
                && differences.isEmpty();
    }

    void print(PrintStream out) {
        out.println("\nWhat the clients saw");
        line(out, "write pause", pause());
        line(out, "longest gap otherwise", otherwise());
        line(out, "commits per second", count(commitsPerSecond()) + " on average, the pause included");
        line(
                out,
                "failed and repeated",
                count(seen.failedStatements()) + " statements, " + count(seen.failedLogins()) + " logins");
        out.println("\nWhat became of their transactions");
        line(out, "acknowledged", count(seen.acknowledged().size()));
        line(out, "found on the target", count(seen.acknowledged().size() - lost.size()));
        line(out, "lost", count(lost.size()) + examples(lost));
        line(out, "there unasked", count(strangers.size()) + examples(strangers));
        line(out, "answer never came", count(seen.unknown().size()));
        line(out, "money in the bank", count(total) + " of " + count(TrafficTables.TOTAL));
        out.println("\nSource at the fence and target at its beginning");
        differences.stream().limit(SHOWN).forEach(difference -> out.println("  DIFFERENT: " + difference));
        if (differences.isEmpty()) {
            out.println("  equal: checksums of the tables at rest, every transfer, every balance");
        }
        out.println("\n" + verdict());
    }

    private long commitsPerSecond() {
        return seen.acknowledged().size() * 1000L / wrote.toMillis();
    }

    private String verdict() {
        return isGood()
                ? "0 lost: all " + count(seen.acknowledged().size()) + " acknowledged transactions are on the target."
                : "NOT GOOD: see above.";
    }

    private String pause() {
        return moment(StageName.CUT_OVER)
                .map(from -> seen.longestGap(from, end())
                        .map(gap ->
                                gap.length().toMillis() + " ms: the longest time without a commit during the cut-over")
                        .orElse("none longer than 20 ms during the cut-over"))
                .orElse("there was no cut-over");
    }

    private String otherwise() {
        Instant cutOver = moment(StageName.CUT_OVER).orElse(Instant.MAX);
        return seen.longestGap(Instant.MIN, cutOver)
                .map(gap -> gap.length().toMillis() + " ms" + during(gap.began()))
                .orElse("none");
    }

    private String during(Instant moment) {
        return events.stream()
                .filter(event -> !event.at().isAfter(moment))
                .reduce((earlier, later) -> later)
                .map(event -> ", during " + event.stage())
                .orElse(", before the migration");
    }

    private Optional<Instant> moment(StageName stage) {
        return events.stream()
                .filter(event -> event instanceof Event.Started && event.stage() == stage)
                .map(Event::at)
                .findFirst();
    }

    private Instant end() {
        return events.stream()
                .filter(event -> event instanceof Event.Confirmed && event.stage() == StageName.CUT_OVER)
                .map(Event::at)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static String examples(Set<String> ids) {
        return ids.isEmpty() ? "" : ", such as " + ids.stream().limit(SHOWN).toList();
    }

    private static void line(PrintStream out, String label, String value) {
        out.printf("  %-24s%s%n", label, value);
    }

    private static String count(long number) {
        return "%,d".formatted(number);
    }
}
