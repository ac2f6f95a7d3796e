package io.flexmigrate.stage.fence;

/** What is closed on the source. */
public enum FenceKind {
    /** The whole server: the global read lock, then {@code super_read_only}. */
    SERVER("the whole server: FLUSH TABLES WITH READ LOCK, then super_read_only"),
    /** The group's databases, from 8.0.22 on: table locks, then locked accounts and read-only schemas. */
    SCHEMAS("its databases: LOCK TABLES, then its accounts locked, then ALTER SCHEMA READ ONLY"),
    /** The group's accounts: table locks, then locked accounts; who else may write there is not kept out. */
    ACCOUNTS("its accounts: LOCK TABLES, then its accounts locked and their sessions ended");

    private final String words;

    FenceKind(String words) {
        this.words = words;
    }

    /** What it closes and by which statements, for people. */
    public String words() {
        return words;
    }
}
