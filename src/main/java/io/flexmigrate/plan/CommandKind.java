package io.flexmigrate.plan;

import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A program and its arguments.
 *
 * @param argument also what a schema says of the program
 */
record CommandKind(Scalar<String> program, Scalar<String> argument) implements Kind<List<String>> {

    static CommandKind in(PlanDirectory directory) {
        return new CommandKind(directory.program(), Scalar.text());
    }

    /** The same, for places where a person may have written a password by mistake. */
    CommandKind asSecret() {
        return new CommandKind(program.asSecret(), argument.asSecret());
    }

    @Override
    public List<String> read(Values values, Node node, String path) {
        return values.list(
                node, path, (item, place) -> values.scalar(item, place, place.endsWith("[0]") ? program : argument));
    }

    @Override
    public List<String> blank() {
        return List.of();
    }

    @Override
    public Shape shape() {
        return Shape.list(Shape.text()).saying("must be a list of a program and its arguments, which no shell reads");
    }
}
