package io.flexmigrate.report;

import io.flexmigrate.model.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Actions of one kind that follow each other, such as the creation of a hundred views.
 *
 * @param first number of the first of them within the stage, from 1
 */
record ActionRun(int first, List<Action> actions) {

    private static final int LONGEST = 12;
    private static final int SHOWN = 10;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    static List<ActionRun> of(List<Action> actions) {
        List<ActionRun> runs = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= actions.size(); next++) {
            if (next == actions.size() || !shape(actions.get(next)).equals(shape(actions.get(first)))) {
                runs.add(new ActionRun(first + 1, List.copyOf(actions.subList(first, next))));
                first = next;
            }
        }
        return runs;
    }

    /** Those that a reader needs to see. */
    List<Action> shown() {
        return actions.size() > LONGEST ? actions.subList(0, SHOWN) : actions;
    }

    /** How many are left out. */
    int more() {
        return actions.size() - shown().size();
    }

    /** Where, what kind, and with which words it begins. */
    private static List<String> shape(Action action) {
        String[] words = BLANKS.split(action.text().strip(), 3);
        boolean second = action.kind() == Action.Kind.SQL
                && words.length > 1
                && WORD.matcher(words[1]).matches();
        return List.of(action.where(), action.kind().name(), words[0], second ? words[1] : "");
    }
}
