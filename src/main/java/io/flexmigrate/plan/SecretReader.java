package io.flexmigrate.plan;

import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.SecretReference.CommandOutput;
import io.flexmigrate.plan.SecretReference.Environment;
import io.flexmigrate.plan.SecretReference.FileContent;
import io.flexmigrate.plan.SecretReference.Literal;
import java.util.List;
import java.util.Map;
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
record SecretReader(PlanDirectory directory, boolean literalsAllowed) implements Kind<SecretReference> {

    private static final SecretReference NONE = new Literal(new Secret(""));
    private static final String FORMS = "must be one of { env: NAME }, { file: PATH }, { command: [PROGRAM, ...] }";

    /** What schemas say of secrets, under this name: a literal one fits as well, because only the plan says whether it may. */
    static final String DEFINITION = "secret";

    static final Shape SHAPE = Shape.anyOf(
                    form("env", Names.variable().shape()),
                    form("file", Shape.text()),
                    form("command", Shape.list(Shape.text())),
                    Shape.text())
            .saying(FORMS + "; a text only where the plan says allow_literal_secrets: true");

    private static final String LITERAL =
            FORMS + "; a password in the file itself needs allow_literal_secrets: true at the top";

    private static Shape form(String key, Shape value) {
        return new Shape(Map.of("type", "object"), "")
                .with("properties", Map.of(key, value.keywords()))
                .with("required", List.of(key))
                .with("additionalProperties", false);
    }

    @Override
    public SecretReference blank() {
        return NONE;
    }

    @Override
    public Shape shape() {
        return Shape.reference(DEFINITION);
    }

    @Override
    public SecretReference read(Values values, Node node, String path) {
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
            case "command" ->
                new CommandOutput(CommandKind.in(directory).asSecret().read(values, node, place));
            default -> {
                values.notebook().problem(whole, path, FORMS);
                yield NONE;
            }
        };
    }
}
