package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a finished run does not show, each in a sentence. */
record Unproven(TestimonyReading reading, ClosingWords words) {

    private static final List<String> ALWAYS = List.of(
            "Rows are compared by their number and two hashes over what the servers render of them, not byte by byte.",
            "The sign of a zero in a FLOAT, 1.0 against 1 inside JSON, and columns that are invisible on the source are not"
                    + " compared.",
            "Accounts, their passwords and privileges are not part of the comparison.",
            "Whatever clients wrote to the target after it was opened is theirs, and nothing is said of it.");

    List<String> all() {
        List<String> all = new ArrayList<>();
        addMode(all);
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

    private void addMode(List<String> all) {
        switch (reading.plan().getOrDefault("verify.mode", "full")) {
            case "sample" ->
                all.add(
                        "While replication ran, only a share of the chunks of each table was compared (verify.mode: sample).");
            case "counts" ->
                all.add("While replication ran, only the numbers of rows were compared, not what is in them"
                        + " (verify.mode: counts).");
            case "none" -> all.add("No row was compared while replication ran (verify.mode: none).");
            default -> {}
        }
    }

    private void addComparisons(List<String> all) {
        Facts facts = Progress.of(reading.events()).facts();
        Fact.Verified verified = facts.get(Fact.Verified.class);
        if (!verified.moving().isEmpty()) {
            all.add("Tables that changed on every look while replication ran are proven inside the fence alone: "
                    + String.join(", ", verified.moving()) + ".");
        }
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        int fenced = facts.get(Fact.CutOver.class).tablesEqual();
        if (fenced < assessed.tables().size()) {
            all.add("Inside the fence " + fenced + " of " + assessed.tables().size() + " tables were compared.");
        }
        all.add("Databases other than these were not looked at: "
                + String.join(", ", new TreeSet<>(assessed.databases())) + ".");
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
