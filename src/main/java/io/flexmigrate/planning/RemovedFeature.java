package io.flexmigrate.planning;

import io.flexmigrate.model.ServerVersion;
import java.util.List;

/**
 * Something of SQL that a newer server does not know any more.
 *
 * @param name as people call it
 * @param since the first version without it
 * @param effect what the newer server does with code that uses it
 * @param instead what to write in its place
 */
public record RemovedFeature(String name, ServerVersion since, Effect effect, String instead) {

    /** What becomes of code that uses something removed; tried on 8.0.15. */
    public enum Effect {
        /** The code is refused when it is created. */
        REFUSED,
        /** A view is refused; a routine is created, and fails when it gets there. */
        REFUSED_IN_VIEWS
    }

    /** Whether the older server has it and the newer one does not. */
    public boolean goesBetween(ServerVersion older, ServerVersion newer) {
        return older.compareTo(since) < 0 && newer.compareTo(since) >= 0;
    }

    /** How it stands in code: one of these sequences of shapes. */
    record Sign(RemovedFeature feature, List<List<String>> sequences) {
        Sign {
            sequences = List.copyOf(sequences);
        }

        boolean standsAt(List<Token> tokens, int at) {
            return sequences.stream().anyMatch(sequence -> matches(sequence, tokens, at));
        }

        private static boolean matches(List<String> sequence, List<Token> tokens, int at) {
            if (at + sequence.size() > tokens.size()) {
                return false;
            }
            for (int step = 0; step < sequence.size(); step++) {
                String wanted = sequence.get(step);
                if (!wanted.equals(tokens.get(at + step).shape())) {
                    return false;
                }
            }
            return true;
        }
    }
}
