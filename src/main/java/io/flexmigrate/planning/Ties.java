package io.flexmigrate.planning;

import io.flexmigrate.model.AccountName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that keeps the databases of a server together.
 *
 * @param references what names something in another database; one for all of a kind between two databases
 * @param accounts the accounts that may write to several databases
 * @param residents the accounts that may write only to databases that move
 * @param administrators accounts that may write to every database; they tie nothing together
 * @param outside what leads to databases that do not move, as a phrase each; it ties nothing together
 */
public record Ties(
        List<Tie> references,
        List<Tie> accounts,
        List<Resident> residents,
        List<AccountName> administrators,
        List<String> outside) {

    public Ties {
        references = List.copyOf(references);
        accounts = List.copyOf(accounts);
        residents = List.copyOf(residents);
        administrators = List.copyOf(administrators);
        outside = List.copyOf(outside);
    }

    /** An account and one of the databases it may write to. */
    public record Resident(AccountName account, String database) {}

    /**
     * Finds them, in time proportional to what is given.
     *
     * @param databases those that move
     */
    public static Ties of(
            Collection<String> databases, Collection<Reference> references, Collection<WriteGrant> grants) {
        DatabaseNames names = new DatabaseNames(databases);
        ReferenceTies named = ReferenceTies.of(names, references);
        AccountTies writing = AccountTies.of(names, grants);
        return new Ties(
                named.ties(),
                writing.ties(),
                writing.residents(),
                writing.administrators(),
                Stream.concat(named.outside().stream(), writing.outside().stream())
                        .toList());
    }

    /** References first, then accounts. */
    public Stream<Tie> all() {
        return Stream.concat(references.stream(), accounts.stream());
    }
}
