package io.flexmigrate.plan;

import io.flexmigrate.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns single nodes into values; what is wrong goes into the notebook. */
record Values(Notebook notebook) {

    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ, Tag.MERGE);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int MOST_SHOWN = 60;

    <T> T scalar(Node node, String path, Scalar<T> kind) {
        notebook.place(path, node);
        if (!(node instanceof ScalarNode scalar) || isEmpty(node)) {
            notebook.problem(node, path, kind.expectation() + ", is " + form(node));
            return kind.blank();
        }
        if (hasOddTag(node, path)) {
            return kind.blank();
        }
        String text = scalar.getValue();
        notebook.field(path, text);
        return kind.parse().apply(text).orElseGet(() -> {
            String seen = kind.secret() ? "" : ", is '" + shown(text) + "'";
            notebook.problem(node, path, kind.expectation() + seen);
            return kind.blank();
        });
    }

    /** A password as it stands in the file; it is noted as masked. */
    Secret literal(ScalarNode node, String path) {
        hasOddTag(node, path);
        notebook.field(path, Secret.MASK);
        return new Secret(node.getValue());
    }

    /** Reads a list that must not be empty, each item by its path such as {@code scope.databases[0]}. */
    <T> List<T> list(Node node, String path, BiFunction<Node, String, T> reader) {
        notebook.place(path, node);
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            notebook.problem(node, path, "must be a list, is " + form(node));
            return List.of();
        }
        if (hasOddTag(node, path)) {
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(reader.apply(item, path + "[" + items.size() + "]"));
        }
        return items;
    }

    boolean hasOddTag(Node node, String path) {
        boolean odd = !PLAIN_TAGS.contains(node.getTag());
        if (odd) {
            notebook.problem(node, path, "must not carry a YAML tag (quote a text that begins with !)");
        }
        return odd;
    }

    /** Nothing behind the colon, or the word null. */
    static boolean isEmpty(Node node) {
        return Tag.NULL.equals(node.getTag());
    }

    /** What a node is, without showing what is in it. */
    static String form(Node node) {
        if (isEmpty(node)) {
            return "empty";
        }
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().isEmpty() ? "empty" : "a list";
        }
        return "a single value";
    }

    /** A text of the file made fit for a message: short, and on one line. */
    static String shown(String text) {
        String plain = CONTROL.matcher(text.substring(0, Math.min(MOST_SHOWN, text.length())))
                .replaceAll("?");
        return text.length() > MOST_SHOWN ? plain + "…" : plain;
    }
}
