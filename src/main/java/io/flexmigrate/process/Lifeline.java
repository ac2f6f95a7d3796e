package io.flexmigrate.process;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.exec.CommandLine;

/**
 * The shell between us and a program, which ends the program when we are gone.
 *
 * <p>The shell's input is a pipe whose other end only we hold. Nothing is ever written to it: the kernel closes it when we
 * die, however we die, and a reader in the shell then kills the program's whole process group. Closing it is also how we
 * kill a program while we live.
 */
final class Lifeline {

    /**
     * The program gets a session of its own (so its process group is known by its process id), the null device as input and
     * one pipe for output and error output (so that their lines keep their order).
     *
     * <p>File descriptor 3 holds the pipe because a shell without job control gives a background job the null device as its
     * input: POSIX.1-2017, Shell Command Language, 2.9.3. The reader must not hold the output, or its end would never come.
     * The group is killed also when the program ends by itself: what it left behind would otherwise outlive us.
     */
    private static final String SCRIPT = """
            exec 3<&0
            "$@" </dev/null 2>&1 3<&- &
            child=$!
            exec >/dev/null 2>&1
            { read -r nothing <&3; kill -9 -- "-$child"; kill -9 "$child"; kill -9 -- "-$child"; } &
            lifeline=$!
            exec 3<&- </dev/null
            wait "$child"
            code=$?
            kill -9 "$lifeline"
            kill -9 -- "-$child"
            exit "$code"
            """;

    private Lifeline() {}

    /** The command line that runs a program, given by its absolute path, on a lifeline. */
    static CommandLine around(Path setsid, Path program, List<String> arguments) {
        // because the shell gets a session too: a Ctrl-C at our terminal must reach us only
        CommandLine line = new CommandLine(setsid.toString());
        List.of("/bin/sh", "-c", SCRIPT, "sh", setsid.toString(), program.toString())
                .forEach(argument -> line.addArgument(argument, false));
        arguments.forEach(argument -> line.addArgument(argument, false));
        return line;
    }
}
