package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.AssessmentResult.GroupPlan;
import io.flexmigrate.planning.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Says of each group of the plan which databases it has and who writes to them. */
record GroupPlans(Plan plan, SourceInventory source) {

    /** What a plan without groups does: everything in one. */
    private static final String EVERYTHING = "everything";

    /** The groups of the plan, or one of everything. */
    List<GroupPlan> groups() {
        List<Tie> ties = ties();
        if (plan.cutover().groups().isEmpty()) {
            return List.of(group(EVERYTHING, List.of(), List.of(), ties));
        }
        return plan.cutover().groups().stream()
                .map(group -> group(group.name(), group.databases(), group.accounts(), ties))
                .toList();
    }

    private GroupPlan group(String name, List<String> listed, List<AccountName> accounts, List<Tie> ties) {
        List<String> databases = listed.isEmpty() ? source.scope() : listed;
        return new GroupPlan(name, databases, accounts, writers(databases), reasons(databases, ties));
    }

    /** What could not be read is left out. */
    private List<Tie> ties() {
        try {
            return new SourceTies(plan, source).read().all().toList();
        } catch (UnreadException unread) {
            return List.of();
        }
    }

    /** What ties some databases of a group to others of it. */
    private static List<String> reasons(List<String> databases, List<Tie> ties) {
        Set<String> members = Set.copyOf(databases);
        return ties.stream()
                .filter(tie -> members.containsAll(tie.databases()))
                .map(Tie::reason)
                .toList();
    }

    /** What could not be read is left out. */
    private List<String> writers(List<String> databases) {
        List<String> phrases = new ArrayList<>();
        try {
            Writer.of(plan, source, databases).stream()
                    .flatMap(GroupPlans::phrases)
                    .forEach(phrases::add);
        } catch (UnreadException unread) {
            phrases.add("who may write could not be read: " + unread.reason());
        }
        try {
            rowWrites(databases, source.part(SourceRowWrites.class).rows()).forEach(phrases::add);
        } catch (UnreadException notCounted) {
            return phrases;
        }
        return phrases;
    }

    private static Stream<String> phrases(Writer writer) {
        Stream<String> grants = writer.phrases().stream().map(phrase -> writer.name() + " " + phrase);
        Stream<String> now = writer.isConnected()
                ? Stream.of(writer.name() + " " + SourceSessions.phrase(writer.clients()))
                : Stream.empty();
        return Stream.concat(grants, now);
    }

    private static Stream<String> rowWrites(List<String> databases, Map<String, Long> rows) {
        return databases.stream()
                .filter(rows::containsKey)
                .map(database -> String.format(
                        Locale.ROOT,
                        "%,d rows written to %s since the source started",
                        rows.getOrDefault(database, 0L),
                        database));
    }
}
