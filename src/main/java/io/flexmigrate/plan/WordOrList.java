package io.flexmigrate.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Several things: by one word, or as a list. */
record WordOrList<T>(Scalar<? extends Collection<T>> word, Kind<T> item) implements Kind<List<T>> {

    @Override
    public List<T> read(Values values, Node node, String path) {
        boolean isWord = node instanceof ScalarNode && !Values.isEmpty(node);
        return isWord ? List.copyOf(values.scalar(node, path, word)) : new ListKind<>(item).read(values, node, path);
    }

    @Override
    public List<T> blank() {
        return Collections.emptyList();
    }

    @Override
    public Shape shape() {
        Shape either = Shape.anyOf(word.shape(), Shape.list(item.shape()));
        return new Shape(either.keywords(), word.shape().nothing()).saying(word.expectation());
    }
}
