package io.flexmigrate.plan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON Schema of a plan, for editors: made of what {@link PlanReader} asks for.
 *
 * <p>What a schema cannot say, such as between which two a duration must be or that a database is in one group only, the
 * reader says alone.
 */
public final class PlanSchema {

    private PlanSchema() {}

    /** The schema as its keywords, in the order in which they are to be written; values are JSON's: texts, numbers, lists, maps. */
    public static Map<String, Object> keywords() {
        PlanDirectory directory = PlanDirectory.of(Path.of("plan.yaml"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A plan of migrate");
        schema.put("description", "What a move into Azure Database for MySQL Flexible Server is to be like.");
        schema.putAll(OutlineSection.of("", section -> PlanReader.plan(section, directory))
                .keywords());
        schema.put("$defs", Map.of(SecretReader.DEFINITION, SecretReader.SHAPE.keywords()));
        return schema;
    }
}
