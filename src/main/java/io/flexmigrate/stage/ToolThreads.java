package io.flexmigrate.stage;

/** The number of threads a tool gets on this machine. */
public final class ToolThreads {

    private static final int FEWEST = 2;
    private static final int MOST = 16;

    private ToolThreads() {}

    /**
     * The number of threads.
     *
     * @param planned what the plan says; 0 leaves it to the number of cores
     */
    public static int of(int planned) {
        return planned > 0
                ? planned
                : Math.max(FEWEST, Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    }
}
