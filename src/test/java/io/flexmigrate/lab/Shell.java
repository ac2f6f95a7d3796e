package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a program of this machine to its end. */
final class Shell {

    private Shell() {}

    /** @throws IllegalStateException with the program's words when it does not end with 0 */
    static void run(Path directory, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command.get(0) + " ended with " + exit + ": " + explained(words));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command.get(0) + " was interrupted", interrupted);
        }
    }

    /** Adds what to do when the libraries are missing that the servers' binaries were linked with. */
    static String explained(String words) {
        if (words.contains("error while loading shared libraries")) {
            return words.strip() + ". Install Debian's packages libaio1 and libnuma1 (apt install libaio1 libnuma1)";
        }
        return words.strip();
    }
}
