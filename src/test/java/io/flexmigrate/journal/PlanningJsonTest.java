package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.testing.PlanningSamples;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanningJsonTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<PlanningReport> reports() {
        return Stream.of(PlanningSamples.rich(), PlanningSamples.ready(), PlanningSamples.unreachable());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void writesWhatTheSchemaSays(PlanningReport report) throws IOException {
        assertThat(problems(read(report))).isEmpty();
    }

    @Test
    void doesNotFitTheSchemaWithoutAnyOfItsFields() throws IOException {
        JsonNode report = read(PlanningSamples.rich());
        List<ObjectNode> objects = new ArrayList<>();
        collect(report, objects);

        assertThat(objects)
                .hasSizeGreaterThan(12)
                .allSatisfy(object -> object.propertyStream().toList().forEach(field -> {
                    JsonNode value = object.remove(field.getKey());
                    assertThat(problems(report))
                            .as("without %s", field.getKey())
                            .isNotEmpty();
                    object.set(field.getKey(), value);
                }));
        assertThat(problems(report)).isEmpty();
    }

    @Test
    void doesNotFitTheSchemaWithAFieldMore() throws IOException {
        ObjectNode report = (ObjectNode) read(PlanningSamples.rich());
        ((ObjectNode) report.at("/findings/0")).put("surprise", 1);

        assertThat(problems(report)).isNotEmpty();
    }

    @Test
    void describesEveryProperty() throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        try (InputStream schema = schemaFile()) {
            collect(MAPPER.readTree(schema), objects);
        }

        assertThat(objects)
                .filteredOn(object ->
                        object.path("type").isValueNode() || object.path("type").isArray())
                .hasSizeGreaterThan(60)
                .allSatisfy(object ->
                        assertThat(object.path("description").asText()).isNotBlank());
    }

    @Test
    void writesDurationsAsSecondsAndRulesOnce() throws IOException {
        JsonNode report = read(PlanningSamples.rich());

        assertThat(report.at("/forecast/stages/5/shortestSeconds").decimalValue())
                .isEqualByComparingTo("0.04");
        assertThat(report.at("/forecast/retention/keptSeconds").asLong()).isEqualTo(28_800);
        assertThat(report.at("/rules")).hasSize(5);
        assertThat(report.at("/findings/0/code").asText()).isEqualTo("FM1042");
        assertThat(report.at("/summary/accepted").asInt()).isEqualTo(1);
        assertThat(report.at("/made").asText()).isEqualTo("2026-11-22T12:00:00.123456789Z");
    }

    @Test
    void keepsHostileNamesAsTheyAreAndHarmlessForATerminal() throws IOException {
        String text = written(PlanningSamples.rich());

        assertThat(text).doesNotContain("\u001b", "\u202e").contains("\\u001B", "\\u202e");
        assertThat(read(PlanningSamples.rich()).at("/findings/1/subject").asText())
                .isEqualTo(PlanningSamples.HOSTILE);
    }

    /** Objects in it, of every array one: what holds for the first holds for all. */
    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
            object.forEach(value -> collect(value, objects));
        }
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            collect(array.get(0), objects);
        }
    }

    private static List<Error> problems(JsonNode report) {
        return SCHEMA.validate(report);
    }

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaFile());

    private static InputStream schemaFile() {
        InputStream file = PlanningJson.class.getResourceAsStream("plan-report.schema.json");
        assertThat(file).isNotNull();
        return file;
    }

    private static JsonNode read(PlanningReport report) throws IOException {
        return MAPPER.readTree(written(report));
    }

    private static String written(PlanningReport report) throws IOException {
        StringWriter writer = new StringWriter();
        new PlanningJson().write(report, writer);
        return writer.toString();
    }
}
