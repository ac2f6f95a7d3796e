package io.flexmigrate.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.exec.CommandLine;

/**
 * The shell between us and a program, which ends the program when we are gone.
 *
 * <p>The shell's input is a pipe whose other end only we hold. The kernel closes it when we die, however we die, and a reader
 * in the shell then kills the program's whole process group, stopped or not. Closing it is also how we kill a program while
 * we live. What is written to it are names of signals, a line each, which the reader sends to that group: only the shell is
 * certain of the group's number.
 */
final class Lifeline {

    /**
     * The program gets a session of its own (so its process group is known by its process id), the null device as input and
     * one pipe for output and error output (so that their lines keep their order).
     *
     * <p>The arguments come in ASCII with everything else as octal escapes, because the runtime writes a question mark for what
     * the locale we run in cannot write (sun.jnu.encoding), and services run in the C locale. The dot keeps line feeds at an
     * argument's end. Blanks are escaped too: commons-exec 1.6.0 trims every argument.
     *
     * <p>File descriptor 3 holds the pipe because a shell without job control gives a background job the null device as its
     * input: POSIX.1-2017, Shell Command Language, 2.9.3. The reader must not hold the output, or its end would never come.
     * The group is killed also when the program ends by itself: what it left behind would otherwise outlive us. A signal goes
     * to the program beside its group, because at its very beginning it has none yet.
     */
    private static final String SCRIPT = """
            for argument; do
                shift
                decoded=$(printf '%b.' "$argument")
                set -- "$@" "${decoded%.}"
            done
            exec 3<&0
            "$@" </dev/null 2>&1 3<&- &
            child=$!
            exec >/dev/null 2>&1
            {
                while read -r signal <&3; do kill -s "$signal" -- "-$child" "$child"; done
                kill -s KILL -- "-$child" "$child" "-$child"
            } &
            lifeline=$!
            exec 3<&- </dev/null
            wait "$child"
            code=$?
            kill -s KILL -- "$lifeline" "-$child"
            exit "$code"
            """;

    /** What is written to the pipe to have the program stand still. */
    static final String STOP = "STOP\n";

    /** What is written to the pipe to have the program go on. */
    static final String CONTINUE = "CONT\n";

    private Lifeline() {}

    /** The command line that runs a program, given by its absolute path, on a lifeline. */
    static CommandLine around(Path setsid, Path program, List<String> arguments) {
        // because the shell gets a session too: a Ctrl-C at our terminal must reach us only
        CommandLine line = new CommandLine(setsid.toString());
        List.of("/bin/sh", "-c", SCRIPT, "sh").forEach(argument -> line.addArgument(argument, false));
        Stream.concat(Stream.of(setsid.toString(), program.toString()), arguments.stream())
                .forEach(argument -> line.addArgument(encoded(argument), false));
        return line;
    }

    private static String encoded(String argument) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : argument.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = unit > ' ' && unit != '\\';
            encoded.append(isPlain ? Character.toString(unit) : String.format("\\0%03o", unit & 0xff));
        }
        return encoded.toString();
    }
}
