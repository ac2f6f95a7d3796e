package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What the program printed and returned for one command line. */
record CommandLineRun(int exit, String out, String err) {

    static CommandLineRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new CommandLineRun(exit, out.toString(), err.toString());
    }
}
