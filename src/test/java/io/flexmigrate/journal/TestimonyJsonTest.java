package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.Testimony;
import io.flexmigrate.testing.EvidenceSamples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestimonyJsonTest {

    private static final Testimony SPOKEN =
            EvidenceSamples.testimony(EvidenceSamples.SPOKEN, Map.of("source.host", "db1"));

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TestimonyJson.class.getResourceAsStream("evidence.schema.json"));

    @Test
    void writesWhatTheSchemaSaysAndReadsItAgain() throws IOException {
        for (Testimony testimony : List.of(SPOKEN, EvidenceSamples.testimony(EvidenceSamples.SILENT, Map.of()))) {
            String text = new TestimonyJson().write(testimony);

            assertThat(SCHEMA.validate(new JsonMapper().readTree(text))).isEmpty();
            assertThat(new TestimonyJson().read(text)).isEqualTo(testimony);
        }
    }

    @Test
    void doesNotFitTheSchemaWithoutAnyOfItsFields() throws IOException {
        JsonNode written = new JsonMapper().readTree(new TestimonyJson().write(SPOKEN));
        List<ObjectNode> objects = new ArrayList<>();
        collect(written, objects);
        objects.removeIf(object -> object.has("tables"));

        assertThat(objects)
                .hasSizeGreaterThan(12)
                .allSatisfy(object -> object.propertyStream().toList().forEach(field -> {
                    JsonNode value = object.remove(field.getKey());
                    assertThat(SCHEMA.validate(written))
                            .as("without %s", field.getKey())
                            .isNotEmpty();
                    object.set(field.getKey(), value);
                }));
        ((ObjectNode) written).put("surprise", 1);
        assertThat(SCHEMA.validate(written)).isNotEmpty();
    }

    @Test
    void refusesWhatIsNoEvidenceOrOfAnotherVersion() {
        TestimonyJson json = new TestimonyJson();
        String text = json.write(SPOKEN);

        assertThatThrownBy(() -> json.read("{}"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("no evidence");
        assertThatThrownBy(
                        () -> json.read(text.replace("\"version\" : 1,\n  \"plan\"", "\"version\" : 2,\n  \"plan\"")))
                .hasMessageContaining("migrate-evidence 2");
    }

    /** Objects in it, of every array one. */
    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
            object.forEach(value -> collect(value, objects));
        }
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            collect(array.get(0), objects);
        }
    }
}
