package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flexmigrate.journal.SchemaJson;
import io.flexmigrate.testing.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors are told of plans is what the reader demands. */
class PlanSchemaTest {

    private static final Path FILE = Path.of("plans", "plan.schema.json");
    private static final String TEXT = new SchemaJson().write(PlanSchema.keywords());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    @Test
    void itsFileIsWhatTheReaderAsksFor() throws IOException {
        assertThat(Files.readString(FILE))
                .as("%s is made of what the reader asks for. Make it anew: migrate schema > %s", FILE, FILE)
                .isEqualTo(TEXT);
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("plans"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleNamesItAndFits(Path example) throws IOException {
        String text = Files.readString(example);

        assertThat(text).startsWith("# yaml-language-server: $schema=plan.schema.json\n");
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void otherGoodPlansFit() {
        assertThat(problems(Plans.sample())).isEmpty();
        assertThat(problems(Plans.MINIMAL)).isEmpty();
        assertThat(problems(String.join("\n", Document.readme().block("yaml")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dump:",
                "scope: { databases: all, exclude_tables: [shop.tmp_*] }",
                "scope: { databases: [a, b] }",
                "probe: all",
                "probe: [link, load]",
                "accept: { FM1043: small, FM1061 mydumper and myloader: tried }",
                "definers: { 'a@%': 'b@%' }",
                "dump: { threads: auto, max_running: off, max_rate: 50MB }",
                "dump: { threads: 4, max_running: 3, mydumper: /opt/mydumper }",
                "allow_literal_secrets: true",
                "watch: { alert: [{ run: [a, b] }] }",
                "cutover: { groups: [{ name: a, flip: [{ haproxy: { api: 'a:1', backend: b, source: c, target: d } }] }] }",
                "on: [{ events: [failed], webhook: { url: 'https://a/', headers: { X: { env: Y } } }, timeout: 1s }]",
            })
    void whatTheReaderTakesFits(String section) {
        String plan = Plans.MINIMAL + section + "\n";

        assertThat(new PlanReader().read(Path.of("plan.yaml"), plan)).isNotNull();
        assertThat(problems(plan)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour: red",
                "dump: { thread: 4 }",
                "dump: { threads: 257 }",
                "dump: { threads: all }",
                "dump: { max_lock: 5 }",
                "dump: { max_lock: 5 minutes }",
                "dump: { block_ddl: maybe }",
                "dump: { compress: bzip2 }",
                "dump: [threads]",
                "scope: { databases: shop }",
                "scope: { databases: [] }",
                "scope: { databases: [mysql] }",
                "probe: some",
                "accept: { shop.log: small }",
                "verify: { background: 101 }",
                "cutover: { groups: [{ databases: [a] }] }",
                "cutover: { groups: [{ name: a, flip: [{ timeout: 1s }] }] }",
                "cutover: { groups: [{ name: a, flip: [{ run: [a], webhook: { url: 'http://a/' } }] }] }",
                "cutover: { groups: [{ name: a, flip: [{ webhook: { url: 'ftp://a/' } }] }] }",
                "on: [{ run: [a] }]",
                "on: [{ events: [sometimes], run: [a] }]",
                "on: [{ events: [failed], haproxy: { api: 'a:1', backend: b, source: c, target: d } }]",
            })
    void whatTheReaderRefusesDoesNotFit(String section) {
        String plan = Plans.MINIMAL + section + "\n";

        assertThat(readable(plan)).isFalse();
        assertThat(problems(plan)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: 1", "name: shop", "  user: migrate", "  password: { env: TARGET_PASSWORD }"})
    void whatIsMissingIsMissed(String line) {
        assertThat(problems(Plans.MINIMAL.replace(line + "\n", ""))).isNotEmpty();
    }

    @Test
    void aPasswordAndItsMakingExcludeEachOther() {
        String password = "    password: { env: REPL_PASSWORD }\n";
        assertThat(problems(Plans.MINIMAL.replace(password, "    create: true\n")))
                .isEmpty();
        assertThat(problems(Plans.MINIMAL.replace(password, "    create: false\n")))
                .isNotEmpty();
        assertThat(problems(Plans.MINIMAL.replace(password, password + "    create: true\n")))
                .isNotEmpty();
    }

    private static boolean readable(String plan) {
        try {
            new PlanReader().read(Path.of("plan.yaml"), plan);
            return true;
        } catch (InvalidPlanException refused) {
            return false;
        }
    }

    private static List<Error> problems(String plan) {
        return SCHEMA.validate(PlanJson.of(plan));
    }
}
