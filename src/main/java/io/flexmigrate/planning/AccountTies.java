package io.flexmigrate.planning;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.planning.Ties.Resident;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What accounts tie together by what they may write to.
 *
 * @param ties accounts that may write to several databases
 * @param residents accounts that may write only to databases that move
 * @param administrators accounts that may write to all databases because they may write everywhere
 * @param outside phrases about accounts that may write to databases that move and to others
 */
record AccountTies(List<Tie> ties, List<Resident> residents, List<AccountName> administrators, List<String> outside) {

    private static final Comparator<AccountName> BY_NAME =
            Comparator.comparing(AccountName::user).thenComparing(AccountName::host);

    static AccountTies of(DatabaseNames names, Collection<WriteGrant> grants) {
        NavigableSet<AccountName> administrators = new TreeSet<>(BY_NAME);
        grants.stream().filter(WriteGrant::everywhere).map(WriteGrant::account).forEach(administrators::add);
        Map<AccountName, NavigableSet<String>> inside = new TreeMap<>(BY_NAME);
        Map<AccountName, NavigableSet<String>> outside = new TreeMap<>(BY_NAME);
        for (WriteGrant grant : grants) {
            if (administrators.contains(grant.account()) || DatabaseNames.isSystem(grant.database())) {
                continue;
            }
            List<String> meant = names.meant(grant.database());
            (meant.isEmpty() ? outside : inside)
                    .computeIfAbsent(grant.account(), unused -> new TreeSet<>())
                    .addAll(meant.isEmpty() ? List.of(grant.database()) : meant);
        }
        outside.keySet().retainAll(inside.keySet());
        return new AccountTies(ties(inside), residents(inside, outside), List.copyOf(administrators), phrases(outside));
    }

    private static List<Tie> ties(Map<AccountName, NavigableSet<String>> inside) {
        List<Tie> ties = new ArrayList<>();
        inside.forEach((account, databases) -> {
            if (databases.size() > 1) {
                ties.add(new Tie(List.copyOf(databases), phrase(account, databases), Optional.of(account)));
            }
        });
        return ties;
    }

    private static List<Resident> residents(
            Map<AccountName, NavigableSet<String>> inside, Map<AccountName, NavigableSet<String>> outside) {
        List<Resident> residents = new ArrayList<>();
        inside.forEach((account, databases) -> {
            if (!outside.containsKey(account)) {
                residents.add(new Resident(account, databases.first()));
            }
        });
        return residents;
    }

    private static List<String> phrases(Map<AccountName, NavigableSet<String>> outside) {
        List<String> phrases = new ArrayList<>();
        outside.forEach((account, databases) -> phrases.add(phrase(account, databases)));
        return phrases;
    }

    private static String phrase(AccountName account, Collection<String> databases) {
        return account + " writes to " + Phrase.listing(databases);
    }
}
