package io.flexmigrate.plan;

import io.flexmigrate.model.SingleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.NonPrintableStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.reader.StreamReader;

/** Writes texts, which may hold anything, so that YAML reads them as they were; or as a comment, so that it does not read them. */
final class YamlText {

    private static final int LONGEST_LINE = 118;

    private YamlText() {}

    /** A text as the value of a key or as an item of a list in brackets, quoted where it needs to be. */
    static String scalar(String text) {
        DumperOptions options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setNonPrintableStyle(NonPrintableStyle.ESCAPE);
        options.setDefaultFlowStyle(FlowStyle.FLOW);
        // because in a list the rules are the stricter ones: a comma or a bracket needs quotes there
        String list = new Yaml(options).dump(List.of(text)).strip();
        return list.substring(1, list.length() - 1);
    }

    /** A list on one line. */
    static String list(List<String> texts) {
        return texts.stream().map(YamlText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Whether a plan file may hold it at all. */
    static boolean isPrintable(String text) {
        return text.codePoints().allMatch(StreamReader::isPrintable);
    }

    /**
     * The lines of a comment, without the sign that makes them one.
     *
     * @param indent how much room is taken before it, in characters
     */
    static List<String> wrapped(String text, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SingleLine.of(text).split(" ", -1)) {
            if (line.length() > 0 && indent + line.length() + word.length() + 1 > LONGEST_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
