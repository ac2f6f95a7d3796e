package io.flexmigrate.planning;

/**
 * One database needs another: something in it names something there.
 *
 * @param kind what names it, such as {@code foreign key}, {@code view}, {@code trigger}
 * @param fromDatabase the database it is in
 * @param from the name of the thing that refers, such as {@code orders.fk_customer}
 * @param toDatabase the database it names; may be the same
 * @param to what it names there; empty when only the database is known
 */
public record Reference(String kind, String fromDatabase, String from, String toDatabase, String to) {

    /** Whether it goes from one database to another. */
    public boolean crosses() {
        return !fromDatabase.equals(toDatabase);
    }
}
