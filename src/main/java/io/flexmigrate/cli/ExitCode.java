package io.flexmigrate.cli;

/** What the program's exit code says. */
enum ExitCode {
    DONE(0, "done, or stopped at a gate the plan asked for"),
    FAILED(1, "a stage failed; the same command goes on from there"),
    USAGE(2, "usage"),
    INVALID_PLAN(3, "invalid plan"),
    BLOCKED(4, "blocked by findings; nothing was changed"),
    DIFFERENT(5, "verification found differences"),
    UNCERTAIN(6, "uncertain: a person must look before anything else runs"),
    ABORTED(7, "the cut-over was aborted and undone; the source goes on"),
    BUG(70, "a bug of ours; stack trace in the log"),
    INTERRUPTED(130, "interrupted; resumable (143 when ended by SIGTERM)");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
