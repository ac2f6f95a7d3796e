package io.flexmigrate.stage.verify;

import io.flexmigrate.model.Action;
import java.util.List;
import java.util.function.Consumer;

/** The comparison of a dry run. */
record DescribedComparison(int size, Consumer<Action> sink) implements StillComparison {

    @Override
    public List<String> differences() {
        String text = "compare all " + size + " table(s) of both servers again while nothing moves";
        sink.accept(new Action(Action.Kind.NOTE, Action.HERE, text));
        return List.of();
    }

    @Override
    public void close() {
        // because nothing was opened
    }
}
