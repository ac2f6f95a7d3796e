package io.flexmigrate.plan;

import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** A list that is not empty. */
record ListKind<T>(Kind<T> item) implements Kind<List<T>> {

    @Override
    public List<T> read(Values values, Node node, String path) {
        return values.list(node, path, (entry, place) -> item.read(values, entry, place));
    }

    @Override
    public List<T> blank() {
        return List.of();
    }

    @Override
    public Shape shape() {
        return Shape.list(item.shape());
    }
}
