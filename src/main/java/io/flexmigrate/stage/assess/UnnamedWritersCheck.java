package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** FM1310: the plan's groups name every account that may write to what moves. */
final class UnnamedWritersCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1310",
            "The groups name every account that may write to their databases",
            "Only the accounts of a group are seen to on the target and have their sessions ended at the cut-over; clients of"
                    + " another account stay on the old server, where their writes are refused after the fence.",
            "https://dev.mysql.com/doc/refman/8.0/en/privileges-provided.html");

    private static final int MOST_NAMES = 50;

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public boolean isOfCutOver() {
        return true;
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Writer> writers = Writer.of(plan, seen, seen.scope());
        Set<AccountName> named = plan.cutover().groups().stream()
                .flatMap(group -> group.accounts().stream())
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return writers.isEmpty() ? List.of() : List.of(allUnnamed(writers));
        }
        return writers.stream()
                .filter(writer -> !named.contains(writer.name()))
                .map(UnnamedWritersCheck::unnamed)
                .toList();
    }

    private static Finding unnamed(Writer writer) {
        return RULE.warning(
                "source account " + writer.name(),
                "No group names it. " + sentence(writer),
                "Name it in the group whose clients use it:\n" + yaml(List.of(writer))
                        + "\nor, when it is not to write there any more, on the source:\n" + writer.revokes());
    }

    private static String sentence(Writer writer) {
        List<String> databases =
                writer.accesses().stream().map(WriteAccess::database).toList();
        String administrator = writer.onlyEverywhere() ? ", as administrators do" : "";
        String now = writer.isConnected()
                ? " It is " + SourceSessions.phrase(writer.clients()) + "."
                : " It is not connected now.";
        return "It may write to " + ShortList.of(databases) + " " + ShortList.of(writer.phrases()) + administrator + "."
                + now;
    }

    /** One for all: a plan that names no account has not forgotten one, it has not begun. */
    private static Finding allUnnamed(List<Writer> writers) {
        List<Writer> some = writers.stream().limit(MOST_NAMES).toList();
        List<String> lines = some.stream()
                .map(writer -> writer.name() + " " + ShortList.of(writer.phrases())
                        + (writer.isConnected() ? ", " + SourceSessions.phrase(writer.clients()) : ""))
                .toList();
        String more = writers.size() > some.size() ? "; and " + (writers.size() - some.size()) + " more" : "";
        return RULE.warning(
                "plan cutover.groups",
                "The plan names no account, and " + writers.size() + " may write to what moves: "
                        + String.join("; ", lines) + more + ".",
                "Name in each group the accounts whose clients go with it:\n" + yaml(some));
    }

    private static String yaml(List<Writer> writers) {
        return writers.stream()
                .map(writer -> "'" + writer.name().toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "accounts: [", "]"));
    }
}
