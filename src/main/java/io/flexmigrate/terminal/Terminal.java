package io.flexmigrate.terminal;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What our output goes to.
 *
 * @param isThere whether a person reads it on a terminal as it comes
 * @param isColoured whether it may have colours
 * @param isRewritable whether a line on it can be written again in place
 */
public record Terminal(boolean isThere, boolean isColoured, boolean isRewritable) {

    /** Ours, by what the environment says of it. */
    public static Terminal ours(Map<String, String> environment) {
        return of(isTerminal(System.console()), environment);
    }

    /** Colours are for terminals that know them, and for people who did not say no: no-color.org. */
    public static Terminal of(boolean there, Map<String, String> environment) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(there, there && !refused && !dumb, there && !dumb);
    }

    /** The same where nothing is to be rewritten. */
    public Terminal forLines() {
        return new Terminal(isThere, isColoured, false);
    }

    /** From Java 22 on there may be a console without a terminal, and isTerminal says so. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException failure) {
            return false;
        }
    }
}
