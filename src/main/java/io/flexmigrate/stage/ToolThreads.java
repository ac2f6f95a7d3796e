package io.flexmigrate.stage;

/** The number of threads a tool gets on this machine. */
public final class ToolThreads {

    private static final int FEWEST = 2; // because newer releases refuse to work with one
    private static final int MOST = 16;

    /** A tool may take this part of the connections that a server allows: the rest is for its clients and for us. */
    private static final int SHARE = 4;

    private ToolThreads() {}

    /**
     * The number of threads.
     *
     * @param planned what the plan says; 0 leaves it to the number of cores
     */
    public static int of(int planned) {
        return of(planned, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * The number of threads.
     *
     * <p>What a plan says is taken as it is. Otherwise as many as there are cores, because the tools turn rows into text; but
     * not more than there is work that threads can share, and not so many that the server's clients lack connections.
     *
     * @param planned what the plan says; 0 leaves it to us
     * @param tables how many pieces of work there are: tables to dump, files to load
     * @param maxConnections the server's {@code max_connections}; {@link Integer#MAX_VALUE} when it does not matter
     */
    public static int of(int planned, int tables, int maxConnections) {
        if (planned > 0) {
            return planned;
        }
        int cores = Math.min(MOST, Runtime.getRuntime().availableProcessors());
        return Math.max(FEWEST, Math.min(cores, Math.min(tables, maxConnections / SHARE)));
    }
}
