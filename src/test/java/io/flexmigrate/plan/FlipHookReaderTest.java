package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlipHookReaderTest {

    private static List<FlipHook> flip(String hooks) {
        return new PlanReader()
                .read(Path.of("plan.yaml"), """
                        version: 1
                        name: shop
                        source:
                          host: db1
                          user: migrate
                          password: { env: SOURCE_PASSWORD }
                          replication: { host: db1, user: repl, password: { env: REPL_PASSWORD } }
                        target: { kind: mysql, host: db2, user: admin, password: { env: TARGET_PASSWORD } }
                        cutover:
                          groups:
                            - name: shop
                              flip: [ %s ]
                        """.formatted(hooks))
                .plan()
                .cutover()
                .groups()
                .get(0)
                .flip();
    }

    @Test
    void readsEveryKind() {
        List<FlipHook> hooks =
                flip("{ run: [flip, target], timeout: 5s }, { haproxy: { api: /run/haproxy.sock, backend: app,"
                        + " source: old, target: new } }, { webhook: { url: 'https://chat.example.com/hook?x=1',"
                        + " headers: { Authorization: { env: TOKEN } } }, timeout: 3s }, { sql: { host: proxy, port: 6032,"
                        + " user: admin, password: { env: PROXY }, statements: ['LOAD MYSQL SERVERS TO RUNTIME'] } }");

        assertThat(hooks.get(0))
                .isEqualTo(new FlipHook.Program(new Plan.Hook(List.of("flip", "target"), Duration.ofSeconds(5))));
        assertThat(hooks.get(1))
                .isEqualTo(new FlipHook.Haproxy("/run/haproxy.sock", "app", "old", "new", Duration.ofSeconds(30)));
        assertThat(hooks.get(2))
                .isEqualTo(new FlipHook.Webhook(
                        URI.create("https://chat.example.com/hook?x=1"),
                        Map.of("Authorization", new SecretReference.Environment("TOKEN")),
                        Duration.ofSeconds(3)));
        FlipHook.Statements statements = (FlipHook.Statements) hooks.get(3);
        assertThat(statements.endpoint().port()).isEqualTo(6032);
        assertThat(statements.statements()).containsExactly("LOAD MYSQL SERVERS TO RUNTIME");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                            | flip[0].run: is required
            { timeout: 5s }                                               | flip[0].run: is required
            { run: [a], webhook: { url: 'http://a/' } }                   | only one of run, sql, haproxy and webhook
            { webhook: { url: 'ftp://a/' } }                              | webhook.url: must be an http or https address
            { webhook: { url: 'http://a/', headers: { X: 'secret' } } }   | webhook.headers.X: must be one of { env: NAME }
            { haproxy: { api: nowhere, backend: a, source: b, target: c } } | haproxy.api: must be HOST:PORT or the absolute path
            { haproxy: { api: 'a:1', backend: 'a; b', source: b, target: c } } | haproxy.backend: must be a name
            { sql: { host: a, user: b, password: { env: C } } }           | sql.statements: is required
            """)
    void refusesWhatIsNoHook(String hook, String problem) {
        InvalidPlanException refused = catchThrowableOfType(InvalidPlanException.class, () -> flip(hook));

        assertThat(refused.getMessage()).contains(problem).doesNotContain("'secret'");
    }
}
