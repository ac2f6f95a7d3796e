package io.flexmigrate.report;

import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.planning.Summary;
import io.flexmigrate.planning.Verdict;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a planning report comes to, in one line. */
public final class VerdictText {

    private VerdictText() {}

    /** Such as {@code BLOCKED: 2 blockers, 1 unknown, 3 warnings; 1 accepted.} */
    public static String of(PlanningReport report) {
        return report.verdict() + ": " + counts(report.summary()) + ".";
    }

    /** What that means, as a sentence. */
    static String meaning(Verdict verdict) {
        return switch (verdict) {
            case READY -> "Nothing that was seen stands in the way of a run.";
            case INCOMPLETE -> "What a run would do could not be described to the end.";
            case BLOCKED -> "A run would be refused.";
        };
    }

    /** The counts as a sentence without a full stop. */
    static String sentence(Summary summary) {
        String counts = counts(summary);
        return counts.substring(0, 1).toUpperCase(Locale.ROOT) + counts.substring(1);
    }

    /** The counts alone, without a full stop; those that are 0 are left out. */
    static String counts(Summary summary) {
        String open = Stream.of(
                        count(summary.blockers(), "blocker", "blockers"),
                        count(summary.unknown(), "could not be checked", "could not be checked"),
                        count(summary.warnings(), "warning", "warnings"),
                        count(summary.infos(), "note", "notes"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        String accepted = count(summary.accepted(), "accepted", "accepted");
        return Stream.of(open.isEmpty() ? "no open findings" : open, accepted)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String count(long number, String one, String many) {
        return number == 0 ? "" : String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
