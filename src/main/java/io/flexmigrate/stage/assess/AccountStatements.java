package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The statements that make an account on a flexible server, with what it can hold there.
 *
 * @param account as it is on the source
 * @param name what it is called on the target
 */
record AccountStatements(Account account, AccountName name) {

    private static final String GRANT_OPTION = "GRANT OPTION";
    private static final int MOST = 20;

    static AccountStatements of(Account account) {
        return new AccountStatements(account, account.name());
    }

    static AccountStatements ofUser(Account account, String user) {
        return new AccountStatements(
                account, new AccountName(user, account.name().host()));
    }

    static AccountStatements ofHost(Account account, String host) {
        return new AccountStatements(account, new AccountName(account.name().user(), host));
    }

    /** Makes it, with a password to be filled in, and grants it what it can keep; a statement on each line. */
    String all() {
        List<String> lines = new ArrayList<>(List.of(create()));
        lines.addAll(grants());
        return String.join("\n", lines);
    }

    private String create() {
        String tls = account.login().tls() == Account.Tls.NONE ? "" : " REQUIRE SSL";
        return "CREATE USER " + name.quoted() + " IDENTIFIED BY '<password>'" + tls + ";";
    }

    /** The first of them where there are very many. */
    List<String> grants() {
        List<String> lines = new ArrayList<>();
        add(lines, FlexiblePrivileges.kept(account), "*.*");
        new TreeMap<>(account.grants().databases())
                .forEach((pattern, privileges) -> add(lines, privileges, Identifier.quoted(pattern) + ".*"));
        new TreeMap<TableName, Collection<String>>(account.grants().tables())
                .forEach((table, privileges) -> add(lines, privileges, table.quoted()));
        account.roles().forEach(role -> lines.add("GRANT " + role.quoted() + " TO " + name.quoted() + ";"));
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST));
        first.add("-- and " + (lines.size() - MOST) + " more; on the source: SHOW GRANTS FOR "
                + account.name().quoted() + ";");
        return first;
    }

    private void add(List<String> lines, Collection<String> privileges, String place) {
        TreeSet<String> names = new TreeSet<>(privileges);
        boolean mayGrant = names.remove(GRANT_OPTION);
        if (!names.isEmpty()) {
            lines.add("GRANT " + String.join(", ", names) + " ON " + place + " TO " + name.quoted()
                    + (mayGrant ? " WITH GRANT OPTION;" : ";"));
        }
    }
}
