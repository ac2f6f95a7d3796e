package io.flexmigrate.cli;

import io.flexmigrate.model.SingleLine;
import io.flexmigrate.plan.PlanDraft.GroupDraft;
import io.flexmigrate.report.Amounts;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code migrate init} says on the terminal. */
record InitReport(PrintWriter out) {

    private static final int MOST_GROUPS = 20;
    private static final int MOST_REMARKS = 5;
    private static final int MOST_MEMBERS = 8;

    void write(PlanBeginning beginning, Surveyed seen, GroupChoice choice, List<GroupDraft> smallest) {
        PlanRemarks remarks = new PlanRemarks(beginning, seen);
        PlanDestination destination = beginning.destination();
        say((destination.isStandardOutput() ? "This plan moves " : "Wrote " + destination.name() + ": ")
                + Amounts.count(seen.databases().size(), "database") + ", about " + Amounts.bytes(seen.bytes())
                + ", from "
                + beginning.source().host().orElse("") + " (" + seen.source().server() + ") to "
                + beginning.target().host().orElse("") + " (" + seen.target().server() + ").");
        seen.source().unread().forEach(this::say);
        remarks.leftOut().forEach(this::say);
        say(heading(choice, smallest.size()));
        smallest.stream().limit(MOST_GROUPS).forEach(this::group);
        if (smallest.size() > MOST_GROUPS) {
            say("  ... and " + (smallest.size() - MOST_GROUPS) + " more");
        }
        remarks.aside().forEach(this::say);
        say("Next: " + (destination.isStandardOutput() ? "save it as plan.yaml, then " : "") + "migrate plan "
                + destination.file());
    }

    private static String heading(GroupChoice choice, int groups) {
        if (groups == 1) {
            return "Its databases belong together, in one group:";
        }
        return switch (choice) {
            case ONE ->
                "This version moves all databases together, so the plan has one group. The smallest that could cut over one"
                        + " after the other stand in it as a comment:";
            case SMALLEST ->
                "The plan has the smallest groups that could cut over one after the other. This version cannot do that yet"
                        + " and refuses them; --groups one makes one group of them:";
        };
    }

    private void group(GroupDraft draft) {
        String accounts = draft.group().accounts().isEmpty()
                ? ""
                : "; written to by "
                        + members(draft.group().accounts().stream()
                                .map(Object::toString)
                                .toList());
        say("  " + draft.group().name() + ": " + members(draft.group().databases()) + accounts);
        draft.remarks().stream().limit(MOST_REMARKS).forEach(remark -> say("    " + remark));
        if (draft.remarks().size() > MOST_REMARKS) {
            say("    ... and " + (draft.remarks().size() - MOST_REMARKS) + " more reasons");
        }
    }

    private static String members(List<String> names) {
        String more = names.size() > MOST_MEMBERS ? " and " + (names.size() - MOST_MEMBERS) + " more" : "";
        return names.stream().limit(MOST_MEMBERS).collect(Collectors.joining(", ")) + more;
    }

    private void say(String line) {
        out.println(SingleLine.of(line));
    }
}
