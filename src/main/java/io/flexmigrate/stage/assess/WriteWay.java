package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One grant by which an account may write.
 *
 * @param holder who holds the grant: the account itself, or a role of it
 * @param reach how far it goes
 * @param name what it is on, such as {@code shop}, {@code shop\_%} or {@code shop.orders}; empty when on everything
 * @param place the same, as {@code REVOKE} writes it
 * @param privileges those that let it write
 */
record WriteWay(AccountName holder, Reach reach, String name, String place, Set<String> privileges) {

    /** Privileges that change data or definitions; EXECUTE is not among them, since what a routine may do is its definer's. */
    private static final Set<String> WRITING = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "DROP",
            "ALTER",
            "INDEX",
            "CREATE VIEW",
            "CREATE ROUTINE",
            "ALTER ROUTINE",
            "EVENT",
            "TRIGGER");

    static final Comparator<WriteWay> MOST_TELLING_FIRST = Comparator.comparing(WriteWay::reach)
            .thenComparing(WriteWay::name)
            .thenComparing(way -> way.holder().toString());

    WriteWay {
        privileges = Set.copyOf(privileges);
    }

    /** Whether it changes data or definitions, on a whole table or on a column as in {@code UPDATE (`price`)}. */
    static boolean isWriting(String privilege) {
        int column = privilege.indexOf(" (");
        return WRITING.contains(column < 0 ? privilege : privilege.substring(0, column));
    }

    /** How far a grant goes, the most telling first. */
    enum Reach {
        DATABASE("grant on "),
        PATTERN("grant on the pattern "),
        TABLE("table grant on "),
        EVERYWHERE("global privilege ");

        private final String words;

        Reach(String words) {
            this.words = words;
        }
    }

    /** Such as {@code by grant on shop} or {@code by role writers@% (grant on shop)}. */
    String phrase(AccountName account) {
        String words = (reach.words + name).strip();
        return holder.equals(account) ? "by " + words : "by role " + holder + " (" + words + ")";
    }

    /** The statement that takes it away: the grant itself, or the role that holds it. */
    String revoke(AccountName account) {
        if (!holder.equals(account)) {
            return "REVOKE " + holder.quoted() + " FROM " + account.quoted() + ";";
        }
        List<String> names = List.copyOf(new TreeSet<>(privileges));
        return "REVOKE " + String.join(", ", names) + " ON " + place + " FROM " + account.quoted() + ";";
    }
}
