package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.Accounts;
import io.flexmigrate.mysql.DatabasePattern;
import io.flexmigrate.mysql.Grants;
import io.flexmigrate.planning.WriteGrant;
import io.flexmigrate.stage.assess.WriteWay.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works out who may write to which database: by grants on it, on a pattern that fits it or on a table in it, by a global
 * privilege, or by a role that holds one of these.
 *
 * <p>Where several grants on databases fit, the server takes the most specific one only; here all of them count, since an
 * account that is named too often does less harm than one that is not.
 */
final class WriteGrants {

    private final Accounts accounts;
    private final List<String> databases;
    private final Map<AccountName, Map<String, List<WriteWay>>> own = new HashMap<>();

    private WriteGrants(Accounts accounts, List<String> databases) {
        this.accounts = accounts;
        this.databases = databases;
    }

    /** Which accounts may write to which of these databases; roles and accounts that are locked are left out. */
    static List<WriteGrant> of(Accounts accounts, List<String> databases) {
        return accounts.all().stream()
                .filter(account -> !account.login().locked())
                .flatMap(account -> accesses(accounts, List.of(account), databases).stream())
                .map(access -> new WriteGrant(access.account(), access.database(), access.everywhere()))
                .toList();
    }

    /** Which of these databases some accounts may write to, and how; in the order of the accounts, then of the databases. */
    static List<WriteAccess> accesses(Accounts accounts, List<Account> some, List<String> databases) {
        WriteGrants grants = new WriteGrants(accounts, databases);
        return some.stream().flatMap(grants::accesses).toList();
    }

    private Stream<WriteAccess> accesses(Account account) {
        List<Map<String, List<WriteWay>>> all = new ArrayList<>(List.of(waysOf(account)));
        accounts.rolesOf(account).forEach(role -> accounts.find(role).ifPresent(found -> all.add(waysOf(found))));
        return databases.stream()
                .map(database -> new WriteAccess(
                        account.name(),
                        database,
                        all.stream()
                                .flatMap(ways -> ways.getOrDefault(database, List.of()).stream())
                                .toList()))
                .filter(access -> !access.ways().isEmpty());
    }

    /** The ways of one holder, by database, without those of its roles; worked out once. */
    private Map<String, List<WriteWay>> waysOf(Account holder) {
        return own.computeIfAbsent(holder.name(), name -> {
            Map<String, List<WriteWay>> ways = new HashMap<>();
            addGlobal(holder, ways);
            addDatabases(holder, ways);
            addTables(holder, ways);
            return ways;
        });
    }

    private void addGlobal(Account holder, Map<String, List<WriteWay>> ways) {
        Grants grants = holder.grants();
        Set<String> everywhere = writing(grants.global());
        for (String database : databases) {
            Set<String> left = new HashSet<>(everywhere);
            grants.revoked().forEach((revoked, privileges) -> {
                if (same(revoked, database)) {
                    left.removeAll(privileges);
                }
            });
            add(ways, database, new WriteWay(holder.name(), Reach.EVERYWHERE, "", "*.*", left));
        }
    }

    private void addDatabases(Account holder, Map<String, List<WriteWay>> ways) {
        holder.grants().databases().forEach((text, privileges) -> {
            DatabasePattern pattern = new DatabasePattern(text);
            boolean wild = pattern.isWild(accounts.matching());
            Reach reach = wild ? Reach.PATTERN : Reach.DATABASE;
            WriteWay way = new WriteWay(
                    holder.name(),
                    wild && text.equals("%") ? Reach.EVERYWHERE : reach,
                    wild ? text : pattern.name(),
                    Identifier.quoted(text) + ".*",
                    writing(privileges));
            databases.stream()
                    .filter(pattern.matcher(accounts.matching()))
                    .forEach(database -> add(ways, database, way));
        });
    }

    private void addTables(Account holder, Map<String, List<WriteWay>> ways) {
        holder.grants().tables().forEach((table, privileges) -> {
            WriteWay way =
                    new WriteWay(holder.name(), Reach.TABLE, table.toString(), table.quoted(), writing(privileges));
            databases.stream()
                    .filter(database -> same(table.database(), database))
                    .forEach(database -> add(ways, database, way));
        });
    }

    private static void add(Map<String, List<WriteWay>> ways, String database, WriteWay way) {
        if (!way.privileges().isEmpty()) {
            ways.computeIfAbsent(database, unseen -> new ArrayList<>()).add(way);
        }
    }

    private boolean same(String granted, String database) {
        return accounts.matching().caseless() ? granted.equalsIgnoreCase(database) : granted.equals(database);
    }

    private static Set<String> writing(Set<String> privileges) {
        return privileges.stream().filter(WriteWay::isWriting).collect(Collectors.toSet());
    }
}
