package io.flexmigrate.mydumper;

/** One of the two programs. */
public enum Tool {
    MYDUMPER("mydumper"),
    MYLOADER("myloader");

    private final String program;

    Tool(String program) {
        this.program = program;
    }

    /** The name of the program, as it calls itself and as it is found on the path. */
    public String program() {
        return program;
    }
}
