package io.flexmigrate.mysql;

/** A numeric global variable of a server. */
public record GlobalVariable(Session session, String name) {

    /** Its value. */
    public long number() {
        return session.first(Sql.of("reading " + name, "SELECT @@GLOBAL." + name + " AS value"))
                .map(row -> row.number("value"))
                .orElse(0L);
    }

    /** Sets it until the server restarts. */
    public void set(long value) {
        session.execute(Sql.of("setting " + name, "SET GLOBAL " + name + " = " + value));
    }
}
