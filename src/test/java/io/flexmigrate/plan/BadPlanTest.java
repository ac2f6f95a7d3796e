package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what may be wrong with a plan, and the exact words for it. */
class BadPlanTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @ParameterizedTest
    @MethodSource({"changed", "added"})
    void namesThePlaceTheFieldAndWhatItMustBe(String old, String changed, String expected) {
        String text = Plans.MINIMAL.replace(old, changed);

        assertThat(new Plans(directory).refusal(text)).isEqualTo("plan.yaml:" + expected);
    }

    static Stream<Arguments> changed() {
        return Stream.of(
                row("version: 1\n", "", "1:1 version: is required"),
                row("version: 1", "version: 2", "1:10 version: must be 1, the version this program reads, is '2'"),
                row("name: shop", "name: my shop", "2:7 name: must be 1 to 56 letters, digits, _ or -, is 'my shop'"),
                row("name: shop", "name:", "2:6 name: must be 1 to 56 letters, digits, _ or -, is empty"),
                row("name: shop", "name: shop\nname: shop", "3:1 name: is there twice"),
                row(
                        "name: shop",
                        "Name: shop",
                        "1:1 name: is required\nplan.yaml:2:1 Name: is not a known field; did you mean 'name'?"),
                row(
                        "name: shop",
                        "name: !x shop",
                        "2:7 name: must not carry a YAML tag (quote a text that begins with !)"),
                row(
                        "host: db1\n  user",
                        "host: db1\n  port: x1\n  user",
                        "5:9 source.port: must be a whole number from 1 to 65535, is 'x1'"),
                row(
                        "host: db1\n  user",
                        "host: db1\n  port: 65536\n  user",
                        "5:9 source.port: must be a whole number from 1 to 65535, is '65536'"),
                row(
                        "host: db1\n  user",
                        "host: db1\n  port: [1]\n  user",
                        "5:9 source.port: must be a whole number from 1 to 65535, is a list"),
                row("host: db1\n  user", "host: d b1\n  user", HOST + "'d b1'"),
                row("host: db1\n  user", "host: db1:3307\n  user", HOST + "'db1:3307'"),
                row(
                        "host: db1\n  user",
                        "host: db1/x?allowLoadLocalInfile=true\n  user",
                        HOST + "'db1/x?allowLoadLocalInfile=true'"),
                row("  user: migrate\n", "", "4:3 source.user: is required"),
                row(
                        "  user: migrate\n",
                        "  user: \"a\\nb\"\n",
                        "5:9 source.user: must be a text without control characters, is 'a?b'"),
                row(
                        "  replication:\n    host: db1\n    user: repl\n    password: { env: REPL_PASSWORD }\n",
                        "",
                        "4:3 source.replication: is required"),
                row("  password: { env: SOURCE_PASSWORD }\n", "", "4:3 source.password: is required"),
                row("{ env: SOURCE_PASSWORD }", "{ env: A, file: b }", "6:13 source.password: " + FORMS),
                row("{ env: SOURCE_PASSWORD }", "{ vault: a }", "6:13 source.password: " + FORMS),
                row(
                        "{ env: SOURCE_PASSWORD }",
                        "{ env: 'a b' }",
                        "6:20 source.password.env: must be the name of an environment variable"),
                row(
                        "{ env: SOURCE_PASSWORD }",
                        "{ command: pass }",
                        "6:24 source.password.command: must be a list, is a single value"),
                row("{ env: SOURCE_PASSWORD }", "[a]", "6:13 source.password: " + FORMS),
                row(
                        "kind: flexible-server",
                        "kind: azure",
                        "12:9 target.kind: must be one of flexible-server, mysql, is 'azure'"),
                row(
                        "kind: flexible-server",
                        "kind: FLEXIBLE_SERVER",
                        "12:9 target.kind: must be one of flexible-server, mysql, is 'FLEXIBLE_SERVER'"),
                row(
                        "kind: flexible-server",
                        "kind: mysql\n  tls: { mode: verify }",
                        "13:16 target.tls.mode: must be one of disabled, preferred, required, verify-ca, verify-identity, is 'verify'"),
                row(
                        "kind: flexible-server",
                        "kind: mysql\n  tls: { mode: required, ca: a.pem }",
                        "13:30 target.tls.ca: is checked only with mode verify-ca or verify-identity"),
                row("kind: flexible-server", "kind: mysql\n  colour: red", "13:3 target.colour: is not a known field"),
                row(
                        "kind: flexible-server",
                        "kind: mysql\n  ? [a]\n  : b",
                        "13:5 target: must have words as keys, has a list"));
    }

    static Stream<Arguments> added() {
        return Stream.of(
                add("accept: FM1043", "16:9 accept: must be a mapping (lines of 'key: value'), is a single value"),
                add(
                        "accept: { FM1043: }",
                        "16:18 accept.FM1043: must be a text that says why it is accepted, is empty"),
                add(
                        "accept: { FM1043: ' ' }",
                        "16:19 accept.FM1043: must be a text that says why it is accepted, is ' '"),
                add(
                        "accept: { shop.log: small }",
                        "16:11 accept.shop.log: must be the code of a finding, with its subject or without, such as FM1043"
                                + " shop.log, is 'shop.log'"),
                add("accept: { FM1043: a, FM1043: b }", "16:22 accept.FM1043: is there twice"),
                add("scope: shop", "16:8 scope: must be a mapping (lines of 'key: value'), is a single value"),
                add("scope: { databases: shop }", "16:21 scope.databases: must be all or a list of names, is 'shop'"),
                add("scope: { databases: [] }", "16:21 scope.databases: must be a list, is empty"),
                add("scope: { databases: }", "16:20 scope.databases: must be a list, is empty"),
                add("scope: { databases: [a, [b]] }", "16:25 scope.databases[1]: " + DATABASE + "a list"),
                add("scope: { databases: [MySQL] }", "16:22 scope.databases[0]: " + DATABASE + "'MySQL'"),
                add("scope: { databases: [a, a] }", "16:25 scope.databases[1]: is there twice, is 'a'"),
                add(
                        "scope: { exclude_tables: [tmp_*] }",
                        "16:27 scope.exclude_tables[0]: must be database.table, where * stands for any text, is 'tmp_*'"),
                add("accounts: { copy: yes }", "16:19 accounts.copy: must be true or false, is 'yes'"),
                add(
                        "accounts: { exclude: ['a b'] }",
                        "16:23 accounts.exclude[0]: must be an account such as shop_app@%, is 'a b'"),
                add("dump: { thread: 4 }", "16:9 dump.thread: is not a known field; did you mean 'threads'?"),
                add("dump: { tr: 4 }", "16:9 dump.tr: is not a known field"),
                add("dump: { max-lock: 4s }", "16:9 dump.max-lock: is not a known field; did you mean 'max_lock'?"),
                add("dump: { threads: 0 }", "16:18 dump.threads: must be auto or a whole number from 1 to 256, is '0'"),
                add(
                        "load: { threads: 1e2 }",
                        "16:18 load.threads: must be auto or a whole number from 1 to 256, is '1e2'"),
                add(
                        "dump: { max_lock: 5 }",
                        "16:19 dump.max_lock: must be a duration from 100ms to 1h " + UNITS + ", is '5'"),
                add(
                        "dump: { max_lock: -5s }",
                        "16:19 dump.max_lock: must be a duration from 100ms to 1h " + UNITS + ", is '-5s'"),
                add(
                        "dump: { long_query_guard: 500ms }",
                        "16:27 dump.long_query_guard: must be a duration from 1s to 1d " + UNITS + ", is '500ms'"),
                add("verify: { mode: fast }", "16:17 verify.mode: must be one of full, none, is 'fast'"),
                add("verify: { threads: 65 }", "16:20 verify.threads: must be a whole number from 1 to 64, is '65'"),
                add(
                        "cutover: { dead_man_after: 1s }",
                        "16:28 cutover.dead_man_after: must be a duration from 2s to 10m " + UNITS + ", is '1s'"),
                add(
                        "cutover: { rehearsals: 0 }",
                        "16:24 cutover.rehearsals: must be a whole number from 1 to 100, is '0'"),
                add(
                        "cutover: { way_back: best_effort }",
                        "16:22 cutover.way_back: must be one of required, best-effort, none, is 'best_effort'"),
                add("cutover: { groups: [{ databases: [a] }] }", "16:21 cutover.groups[0].name: is required"),
                add(
                        "cutover: { groups: [{ name: a, accounts: [''] }] }",
                        "16:43 cutover.groups[0].accounts[0]: must be an account such as shop_app@%, is ''"),
                add(
                        "cutover: { groups: [{ name: a, flip: [{ timeout: 1s }] }] }",
                        "16:39 cutover.groups[0].flip[0].run: is required"),
                add(
                        "cutover: { groups: [{ name: a, flip: [{ run: [] }] }] }",
                        "16:46 cutover.groups[0].flip[0].run: must be a list, is empty"),
                add(
                        "cutover: { groups: [{ name: a, flip: [run] }] }",
                        "16:39 cutover.groups[0].flip[0]: must be a mapping (lines of 'key: value'), is a single value"),
                add(
                        "cutover: { groups: [{ name: a, databases: [x] }, { name: a, databases: [y] }] }",
                        "16:58 cutover.groups[1].name: must be unique, 'a' is there twice"),
                add(
                        "cutover: { groups: [{ name: a, databases: [x] }, { name: b, databases: [x] }] }",
                        "16:73 cutover.groups[1].databases[0]: must be in one group only, 'x' is in 'a' already"),
                add(
                        "cutover: { groups: [{ name: a, databases: [x] }, { name: b }] }",
                        "16:50 cutover.groups[1].databases: is required when there are several groups"),
                add(
                        "cutover: { groups: [{ name: a, accounts: [u, u@%] }] }",
                        "16:46 cutover.groups[0].accounts[1]: must be in one group only, 'u@%' is in 'a' already"),
                add("on: [{ run: [a] }]", "16:6 on[0].events: is required"),
                add("on: [{ events: [failed] }]", "16:6 on[0].run: is required"),
                add(
                        "on: [{ events: [sometimes], run: [a] }]",
                        "16:17 on[0].events[0]: must be one of stage_done, warning, gate, cutover_done, failed, is 'sometimes'"),
                add(
                        "on: [{ events: [failed], run: [a], timeout: 2h }]",
                        "16:45 on[0].timeout: must be a duration from 100ms to 1h " + UNITS + ", is '2h'"),
                add(
                        "scope: { databases: [x] }\ncutover: { groups: [{ name: a, databases: [y] }] }",
                        "17:44 cutover.groups[0].databases[0]: is not in scope.databases, is 'y'"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnceInTheOrderOfTheFile() {
        String text = """
                version: 1
                name: shop
                source:
                  hots: db1
                  port: x1
                target: { kind: mysql, host: a b, user: u, password: { env: P } }
                dump: { threads: 0 }
                """;

        assertThat(new Plans(directory).refusal(text)).isEqualTo("""
                plan.yaml:4:3 source.host: is required
                plan.yaml:4:3 source.hots: is not a known field; did you mean 'host'?
                plan.yaml:4:3 source.password: is required
                plan.yaml:4:3 source.replication: is required
                plan.yaml:4:3 source.user: is required
                plan.yaml:5:9 source.port: must be a whole number from 1 to 65535, is 'x1'
                plan.yaml:6:30 target.host: must be a host name or an address, without port, white space or punctuation, is 'a b'
                plan.yaml:7:18 dump.threads: must be auto or a whole number from 1 to 256, is '0'""");
    }

    @Test
    void shortensALongValue() {
        String text = Plans.MINIMAL.replace("host: db1\n", "host: " + "x ".repeat(500) + "y\n");

        assertThat(new Plans(directory).refusal(text)).contains(", is '" + "x ".repeat(30) + "…'");
    }

    private static final String HOST =
            "4:9 source.host: must be a host name or an address, without port, white space or punctuation, is ";
    private static final String FORMS = "must be one of { env: NAME }, { file: PATH }, { command: [PROGRAM, ...] }";
    private static final String DATABASE =
            "must be the name of a database (1 to 64 characters) that is not the system's own, is ";
    private static final String UNITS = "(a whole number and ms, s, m, h or d)";

    private static Arguments row(String old, String changed, String expected) {
        return Arguments.of(old, changed, expected);
    }

    private static Arguments add(String section, String expected) {
        String last = "TARGET_PASSWORD }\n";
        return Arguments.of(last, last + section + "\n", expected);
    }
}
