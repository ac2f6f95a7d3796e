package io.flexmigrate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/** A word that a person must type before something happens that cannot be taken back. */
record Confirmation(PrintWriter out) {

    /**
     * Says what will happen and waits for the word.
     *
     * @throws RefusedException when another one comes, or none
     */
    void ask(String what, String word) {
        out.println(what);
        out.print("Type '" + word + "' to go on: ");
        out.flush();
        if (!word.equals(answer())) {
            throw new RefusedException("Nothing was done. With --yes it does not ask.");
        }
    }

    private static String answer() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
