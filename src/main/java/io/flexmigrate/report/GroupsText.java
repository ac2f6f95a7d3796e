package io.flexmigrate.report;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.planning.AssessmentResult.GroupPlan;
import java.util.List;
import java.util.stream.Collectors;

/** Who cuts over together, and who writes there. */
record GroupsText(TextPage page) {

    private static final int LONGEST = 20;

    void write(List<GroupPlan> groups) {
        if (groups.isEmpty()) {
            return;
        }
        page.heading("Cut-over groups");
        for (GroupPlan group : groups) {
            page.verbatim(2, Visible.line(group.name()));
            list("databases  ", group.databases(), "none");
            list(
                    "accounts   ",
                    group.accounts().stream().map(AccountName::toString).toList(),
                    "none named in the plan");
            list("writers    ", group.writers(), "nobody was seen writing");
            list("together   ", group.reasons(), "");
        }
    }

    private void list(String label, List<String> names, String none) {
        if (names.isEmpty() && none.isEmpty()) {
            return;
        }
        String listed = names.stream().limit(LONGEST).map(Visible::line).collect(Collectors.joining(", "));
        String more = names.size() > LONGEST ? ", ... and " + (names.size() - LONGEST) + " more" : "";
        page.sentence("    " + label, names.isEmpty() ? none : listed + more);
    }
}
