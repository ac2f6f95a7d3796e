package io.flexmigrate.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** What is noted while a plan is read: its scalars, where everything stands, and what is wrong. */
final class Notebook {

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Mark> places = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    void field(String path, String value) {
        fields.put(path, value);
    }

    void place(String path, Node node) {
        places.put(path, node.getStartMark());
    }

    void problem(Node node, String path, String message) {
        problem(node.getStartMark(), path, message);
    }

    /** Notes a problem of something that was placed before, or else of the nearest thing around it that was. */
    void problem(String path, String message) {
        Mark mark = nearest(path);
        if (mark == null) {
            problems.add(new Problem(1, 1, path, message));
            return;
        }
        problem(mark, path, message);
    }

    private void problem(Mark mark, String path, String message) {
        problems.add(new Problem(mark.getLine() + 1, mark.getColumn() + 1, path, message));
    }

    private @Nullable Mark nearest(String path) {
        String around = path;
        while (!places.containsKey(around) && !around.isEmpty()) {
            around = around.substring(0, Math.max(0, Math.max(around.lastIndexOf('.'), around.lastIndexOf('['))));
        }
        return places.get(around);
    }

    Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
