package io.flexmigrate.stage;

/** The number of threads a tool is given. */
public final class ToolThreads {

    private static final int LEAST = 2;
    private static final int MOST = 16;

    private ToolThreads() {}

    /** The number a plan means; 0 leaves it to the number of cores. */
    public static int of(int planned) {
        return planned > 0
                ? planned
                : Math.max(LEAST, Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    }
}
