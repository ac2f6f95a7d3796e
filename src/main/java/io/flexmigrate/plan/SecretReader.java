package io.flexmigrate.plan;

import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.SecretReference.CommandOutput;
import io.flexmigrate.plan.SecretReference.Environment;
import io.flexmigrate.plan.SecretReference.FileContent;
import io.flexmigrate.plan.SecretReference.Literal;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads references to secrets.
 *
 * <p>Whatever stands where a secret is expected may be the secret itself, so no message of this class quotes the file: not
 * even an unknown key, which in {@code { hunter2 }} is the password.
 */
record SecretReader(PlanDirectory directory, boolean literalsAllowed) {

    private static final SecretReference NONE = new Literal(new Secret(""));
    private static final String FORMS = "must be one of { env: NAME }, { file: PATH }, { command: [PROGRAM, ...] }";
    private static final String LITERAL =
            FORMS + "; a password in the file itself needs allow_literal_secrets: true at the top";

    SecretReference read(Section section, String key) {
        return section.required(key)
                .map(node -> read(section.values(), node, section.path(key)))
                .orElse(NONE);
    }

    private SecretReference read(Values values, Node node, String path) {
        values.notebook().place(path, node);
        if (node instanceof ScalarNode scalar && !Values.isEmpty(node) && literalsAllowed) {
            return new Literal(values.literal(scalar, path));
        }
        if (node instanceof MappingNode mapping && mapping.getValue().size() == 1) {
            return reference(values, mapping.getValue().get(0), mapping, path);
        }
        values.notebook().problem(node, path, node instanceof ScalarNode ? LITERAL : FORMS);
        return NONE;
    }

    private SecretReference reference(Values values, NodeTuple entry, Node whole, String path) {
        String form = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        Node node = entry.getValueNode();
        String place = path + "." + form;
        return switch (form) {
            case "env" ->
                new Environment(values.scalar(node, place, Names.variable().asSecret()));
            case "file" ->
                new FileContent(values.scalar(node, place, directory.file().asSecret()));
            case "command" -> new CommandOutput(command(values, node, place));
            default -> {
                values.notebook().problem(whole, path, FORMS);
                yield NONE;
            }
        };
    }

    private List<String> command(Values values, Node node, String path) {
        return values.list(node, path, (item, place) -> {
            Scalar<String> kind = place.endsWith("[0]") ? directory.program() : Scalar.text();
            return values.scalar(item, place, kind.asSecret());
        });
    }
}
