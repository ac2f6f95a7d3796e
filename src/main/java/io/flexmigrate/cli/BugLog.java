package io.flexmigrate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the stack traces of our own bugs in files, out of people's way. */
record BugLog(Path directory) {

    /** Writes the stack trace of a bug and says, in one line, what happened and where it is. */
    String keep(Throwable bug) {
        String what = "A bug in migrate: " + firstLine(bug) + ". ";
        try {
            Path file = Files.createTempFile(directory, "migrate-bug-", ".log");
            try (PrintWriter log = new PrintWriter(Files.newBufferedWriter(file))) {
                log.println(String.join(" ", new ProgramVersion().getVersion()));
                bug.printStackTrace(log);
            }
            return what + "Please report it with " + file;
        } catch (IOException failure) {
            return what + "Its stack trace could not be written to " + directory + ": " + failure.getMessage();
        }
    }

    private static String firstLine(Throwable bug) {
        return bug.toString().lines().findFirst().orElse("");
    }
}
