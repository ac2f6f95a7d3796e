package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which accounts of a server may log in; sessions that stand are not touched by it. */
public record AccountLocks(Session session) {

    private static final Comparator<AccountName> ORDER = Comparator.comparing(AccountName::toString);

    /** Those of these accounts that are there and not locked. */
    public List<AccountName> open(Collection<AccountName> accounts) {
        List<AccountName> asked =
                new Clients(session).existing(accounts).stream().sorted(ORDER).toList();
        Sql sql = Sql.of(
                "looking which accounts are locked",
                "SELECT user AS u, host AS h FROM mysql.user WHERE account_locked = 'Y' AND (user, host) IN "
                        + Places.inPairs(asked),
                asked.stream()
                        .flatMap(account -> Stream.of(account.user(), account.host()))
                        .toArray());
        List<Row> locked = session.query(sql);
        return asked.stream()
                .filter(account -> locked.stream()
                        .noneMatch(row -> row.text("u").equals(account.user())
                                && row.text("h").equalsIgnoreCase(account.host())))
                .toList();
    }

    /** Locks all of these at once, if any; passes while another session holds table locks. */
    public void lock(List<AccountName> accounts) {
        Sql sql = AccountChanges.lock(accounts);
        if (!accounts.isEmpty()) {
            session.execute(sql);
        }
    }

    /** Unlocks all of these at once, whoever of them is not there any more. */
    public void unlock(List<AccountName> accounts) {
        if (!accounts.isEmpty()) {
            session.execute(AccountChanges.unlock(accounts));
        }
    }
}
