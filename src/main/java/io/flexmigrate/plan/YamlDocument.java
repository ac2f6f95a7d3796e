package io.flexmigrate.plan;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The one YAML document of a plan file, as nodes that know their line and column. */
record YamlDocument(Node root) {

    /** Messages of the parser that end in text of the file, which may be a secret: only this much of them is shown. */
    private static final List<String> SHOWN_ONLY = List.of(
            "found undefined alias",
            "found undefined tag handle",
            "found duplicate",
            "duplicate tag handle",
            "Global tag is not allowed");

    /**
     * Parses a plan. Nesting and aliases are limited by the parser's defaults (50 each), so no small file can become a
     * large tree.
     */
    static YamlDocument of(Path file, PlanText text) {
        try {
            Iterator<Node> documents = new Yaml(new LoaderOptions())
                    .composeAll(new StringReader(text.text()))
                    .iterator();
            if (!documents.hasNext()) {
                throw InvalidPlanException.of(file, Problem.ofFile("is empty"));
            }
            Node root = documents.next();
            if (documents.hasNext()) {
                throw InvalidPlanException.of(file, second(documents.next()));
            }
            return new YamlDocument(root);
        } catch (MarkedYAMLException failure) {
            throw InvalidPlanException.of(file, syntax(failure));
        } catch (YAMLException failure) {
            throw InvalidPlanException.of(file, Problem.ofFile("is not usable YAML: " + failure.getMessage()));
        }
    }

    private static Problem second(Node node) {
        return at(node.getStartMark(), "must hold one YAML document, a second one begins here");
    }

    private static Problem syntax(MarkedYAMLException failure) {
        String context = failure.getContext() == null ? "" : " " + failure.getContext();
        String message = "is not valid YAML: " + shown(String.valueOf(failure.getProblem())) + context;
        Mark mark = failure.getProblemMark() == null ? failure.getContextMark() : failure.getProblemMark();
        return mark == null ? Problem.ofFile(message) : at(mark, message);
    }

    private static String shown(String problem) {
        return SHOWN_ONLY.stream().filter(problem::startsWith).findFirst().orElse(problem);
    }

    private static Problem at(Mark mark, String message) {
        return new Problem(mark.getLine() + 1, mark.getColumn() + 1, "", message);
    }
}
