package io.flexmigrate.plan;

import java.nio.file.Path;
import java.util.Map;

/**
 * A plan as it was read from a file.
 *
 * @param file the file, absolute
 * @param fields every scalar of the file by its dotted path, such as {@code source.port}; literal secrets masked
 */
public record PlanFile(Path file, Plan plan, Map<String, String> fields) {

    public PlanFile {
        fields = Map.copyOf(fields);
    }
}
