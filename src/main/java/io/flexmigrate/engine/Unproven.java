package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a finished run does not show, each in a sentence. */
record Unproven(TestimonyReading reading, ClosingWords words) {

    /** As the cut-over writes them with VERIFIED. */
    private static final String CHANGED_ROWS = "changed_rows";

    private static final String READ_WHOLE = "read_whole";
    private static final String UNPROVEN = "unproven";

    private static final List<String> ALWAYS = List.of(
            "Rows are compared by their number and two hashes over what the servers render of them, not byte by byte.",
            "The sign of a zero in a FLOAT, 1.0 against 1 inside JSON, and columns that are invisible on the source are not"
                    + " compared.",
            "Accounts, their passwords and privileges are not part of the comparison.",
            "Whatever clients wrote to the target after it was opened is theirs, and nothing is said of it.");

    List<String> all() {
        List<String> all = new ArrayList<>();
        addComparisons(all);
        addServers(all);
        if (reading.events().stream().anyMatch(Unproven::isSkip)) {
            all.add(
                    "An event of the source was skipped on the target by a person's command; the comparison came after it or"
                            + " before it, see the journal.");
        }
        all.addAll(ALWAYS);
        return all;
    }

    private void addComparisons(List<String> all) {
        Facts facts = Progress.of(reading.events()).facts();
        Fact.Verified verified = facts.get(Fact.Verified.class);
        if (!verified.moving().isEmpty()) {
            all.add("Tables that changed on every look while replication ran are proven inside the fence alone: "
                    + String.join(", ", verified.moving()) + ".");
        }
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        int fenced = facts.get(Fact.CutOver.class).moves().stream()
                .mapToInt(Fact.Move::tablesEqual)
                .sum();
        if (fenced < assessed.tables().size()) {
            all.add("Inside the fence " + fenced + " of " + assessed.tables().size() + " tables were compared.");
        }
        addFence(all);
        all.add("Databases other than these were not looked at: "
                + String.join(", ", new TreeSet<>(assessed.databases())) + ".");
    }

    private void addFence(List<String> all) {
        Map<String, String> fence = reading.insideFence();
        if (fence.containsKey(CHANGED_ROWS)) {
            all.add("Inside the fence only what the source's binlog says was changed since its proof was compared: "
                    + fence.get(CHANGED_ROWS) + " row(s), and " + fence.getOrDefault(READ_WHOLE, "0")
                    + " table(s) whole. A write that the source kept out of its binlog is not seen so.");
        }
        if (fence.containsKey(UNPROVEN)) {
            all.add("Not compared once more inside the fence, as the budget did not last: " + fence.get(UNPROVEN)
                    + ".");
        }
    }

    private void addServers(List<String> all) {
        if (words.text(ClosingWords.SCANNED_FILES).isEmpty()) {
            all.add("It was not read whether the source wrote anything after the fence: "
                    + words.text(ClosingWords.TROUBLE));
        } else if (!words.text(ClosingWords.SOURCE_CLOSED).equals("true")) {
            all.add("The source was not closed to writes any more when the migration ended.");
        }
    }

    private static boolean isSkip(Event event) {
        return event instanceof Event.Reached reached && reached.step().name().equals("skip-event");
    }
}
