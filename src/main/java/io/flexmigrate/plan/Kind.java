package io.flexmigrate.plan;

import org.yaml.snakeyaml.nodes.Node;

/** What the value of a key must be: how it is read, and how a JSON Schema says it. */
interface Kind<T> {

    /** Reads it; what is wrong with it goes into the notebook, and a stand-in comes back. */
    T read(Values values, Node node, String path);

    /** Stands in for a value that is missing or wrong, so that reading can go on to the next problem. */
    T blank();

    /** The same as {@link #read} demands, as far as a schema can say it. */
    Shape shape();
}
