package io.flexmigrate.mysql;

import java.util.List;

/** How busy a server is with others than us. */
public record RunningThreads(Session session) {

    /**
     * The threads that are at a statement, without those of our own user.
     *
     * <p>Ours are taken off because a tool that was stopped keeps its threads at their statements: they wait for it to read.
     */
    public long ofOthers() {
        List<Row> all = session.query(
                Sql.of("counting the running threads", "SHOW GLOBAL STATUS WHERE Variable_name = 'Threads_running'"));
        // Without PROCESS a user still sees the sessions of its own.
        List<Row> ours = session.query(Sql.of("counting our running threads", """
                SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST
                WHERE USER = SUBSTRING_INDEX(USER(), '@', 1) AND COMMAND <> 'Sleep'"""));
        long running = all.stream().mapToLong(row -> row.number("Value")).sum();
        return Math.max(
                0, running - ours.stream().mapToLong(row -> row.number("n")).sum());
    }
}
