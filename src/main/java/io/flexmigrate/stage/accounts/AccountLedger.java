package io.flexmigrate.stage.accounts;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.AccountDefinition;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The accounts on the target that this run made, by the journal.
 *
 * @param ours each with whether it is to be opened when the writes move: it was not locked on the source
 * @param certain those of which the journal says that they were made, not only that they were about to be
 */
public record AccountLedger(SortedMap<AccountName, Boolean> ours, Set<AccountName> certain) {

    static final Step CREATE = Step.of("create-accounts");
    static final Step DROP = Step.of("drop-accounts");
    static final Step DISOWN = Step.of("disown-accounts");
    static final Step UNLOCK = Step.of("unlock-accounts");

    /** What an observation of changed locks on the source is called. */
    static final String LOCKS = "account-locks";

    static final String OPEN = "open";
    static final String LOCKED = "locked";

    public AccountLedger {
        SortedMap<AccountName, Boolean> copy = new TreeMap<>(AccountDefinition.BY_NAME);
        copy.putAll(ours);
        ours = Collections.unmodifiableSortedMap(copy);
        certain = Set.copyOf(certain);
    }

    /** As the stage ACCOUNTS left it, seen from any stage, without those that have moved. */
    public static AccountLedger of(StageLog log) {
        AccountLedger all = of(log.past(StageName.ACCOUNTS));
        SortedMap<AccountName, Boolean> left = new TreeMap<>(all.ours());
        left.keySet().removeAll(opened(log));
        return new AccountLedger(left, all.certain());
    }

    /** Those that were opened with the writes of a group: they are the target's own from then on, unless the writes went back. */
    static Set<AccountName> opened(StageLog log) {
        List<Event> past = log.past(StageName.CUT_OVER);
        Moves moves = Moves.of(past);
        return past.stream()
                .filter(event ->
                        event instanceof Event.Reached reached && reached.step().equals(UNLOCK))
                .filter(event -> event.group().filter(moves::isBack).isEmpty())
                .flatMap(event -> states(((Event.Reached) event).details()).keySet().stream())
                .collect(Collectors.toSet());
    }

    /** By these events, of the stage ACCOUNTS or of all. */
    public static AccountLedger of(List<Event> events) {
        SortedMap<AccountName, Boolean> ours = new TreeMap<>(AccountDefinition.BY_NAME);
        Set<AccountName> certain = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.Intended intended && intended.step().equals(CREATE)) {
                ours.putAll(states(intended.details()));
            } else if (event instanceof Event.Observed observed
                    && observed.what().equals(LOCKS)) {
                states(observed.values()).forEach((name, opens) -> ours.replace(name, opens));
            } else if (event instanceof Event.Reached reached) {
                settle(reached, ours, certain);
            }
        }
        return new AccountLedger(ours, certain);
    }

    private static void settle(Event.Reached reached, Map<AccountName, Boolean> ours, Set<AccountName> certain) {
        if (reached.step().equals(CREATE)) {
            certain.addAll(ours.keySet());
        } else if (reached.step().equals(DROP) || reached.step().equals(DISOWN)) {
            Set<AccountName> gone = states(reached.details()).keySet();
            ours.keySet().removeAll(gone);
            certain.removeAll(gone);
        }
    }

    /** Those that are to be opened when the writes move. */
    public List<AccountName> toOpen() {
        return ours.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    static Map<String, String> details(Collection<AccountDefinition> accounts) {
        return accounts.stream()
                .collect(Collectors.toMap(
                        account -> account.name().toString(), account -> account.locked() ? LOCKED : OPEN));
    }

    static Map<String, String> names(Collection<AccountName> names) {
        return names.stream().collect(Collectors.toMap(AccountName::toString, name -> ""));
    }

    private static Map<AccountName, Boolean> states(Map<String, String> details) {
        return details.entrySet().stream()
                .filter(entry -> !Set.of(StageLog.GROUP, StageLog.CROSSING).contains(entry.getKey()))
                .collect(Collectors.toMap(
                        entry -> AccountName.parse(entry.getKey()),
                        entry -> entry.getValue().equals(OPEN)));
    }
}
