package io.flexmigrate.stage.accounts;

import io.flexmigrate.engine.Event;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.AccountDefinitions;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Existing;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What copying the accounts would do now, account by account; reads only.
 *
 * @param omissions all that stays behind
 */
public record AccountSurvey(List<Line> lines, List<Omission> omissions) {

    public AccountSurvey {
        lines = List.copyOf(lines);
        omissions = List.copyOf(omissions);
    }

    /**
     * One account.
     *
     * @param source how it is there, in a word
     * @param target how it is there, in a word
     * @param deed what would be done
     * @param statements the statements that do it, secrets masked
     */
    public record Line(AccountName name, String source, String target, String deed, List<String> statements) {
        public Line {
            statements = List.copyOf(statements);
        }

        /** Whether the target has, or gets, all of it without anything to be done. */
        public boolean isDifferent() {
            return !statements.isEmpty() || deed.startsWith(LEFT_OUT) || deed.startsWith(KEPT);
        }
    }

    private static final String LEFT_OUT = "left out";
    private static final String KEPT = "stays as it is on the target";

    /**
     * Asks both servers.
     *
     * @param past what the stage ACCOUNTS did so far, by the journal
     */
    public static AccountSurvey read(Plan plan, MySqlServer source, MySqlServer target, List<Event> past) {
        try (Session there = source.open();
                Session here = target.open()) {
            AccountDefinitions accounts =
                    AccountDefinitions.read(there, ServerInventory.read(there).version());
            TargetFace face = TargetFace.read(here, ServerInventory.read(here).version());
            List<String> databases = plan.scope().isAll()
                    ? new Databases(there).names()
                    : plan.scope().databases();
            CopyPlan copy = new Selection(plan, databases, face).of(accounts);
            Set<AccountName> ours = AccountLedger.of(past).ours().keySet();
            return survey(plan, accounts, face, copy, ours);
        }
    }

    private static AccountSurvey survey(
            Plan plan, AccountDefinitions source, TargetFace face, CopyPlan copy, Set<AccountName> ours) {
        List<Line> lines = new ArrayList<>();
        copy.omissions().stream()
                .filter(Omission::isWhole)
                .forEach(omission -> lines.add(new Line(
                        omission.account(),
                        word(source.find(omission.account())),
                        word(face.accounts().find(omission.account())),
                        LEFT_OUT + ": " + omission.consequence(),
                        List.of())));
        boolean merges = plan.accounts().existing() == Existing.MERGE;
        for (AccountDefinition account : copy.accounts()) {
            Optional<AccountDefinition> present = face.accounts().find(account.name());
            AccountTask task = new AccountTask(account, present, ours.contains(account.name()), merges);
            lines.add(
                    new Line(account.name(), word(Optional.of(account)), word(present), words(task), statements(task)));
        }
        lines.sort((one, other) -> AccountDefinition.BY_NAME.compare(one.name(), other.name()));
        return new AccountSurvey(lines, copy.omissions());
    }

    private static String word(Optional<AccountDefinition> account) {
        return account.map(there -> there.locked() ? "locked" : "open").orElse("-");
    }

    private static String words(AccountTask task) {
        return switch (task.deed()) {
            case CREATE -> "created, locked until the flip";
            case UPDATE -> "brought up to date";
            case MERGE -> "granted what it lacks, else left as it is";
            case KEEP -> KEPT + ": this run did not make it";
            case NOTHING -> "is as it should be";
        };
    }

    private static List<String> statements(AccountTask task) {
        Stream<Sql> first = task.present().isEmpty() ? Stream.of(task.creation()) : Stream.empty();
        return Stream.concat(first, task.changes().stream())
                .map(sql -> sql.shown() + ";")
                .toList();
    }
}
