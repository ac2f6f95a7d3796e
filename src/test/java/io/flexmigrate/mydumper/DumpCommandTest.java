package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.plan.Compression;
import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import io.flexmigrate.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DumpCommandTest {

    private static final ServerVersion SERVER = ServerVersion.parse("8.0.36");

    private static final Tls PLAIN = new Tls(TlsMode.DISABLED, Optional.empty());
    private static final Tls VERIFIED = new Tls(TlsMode.VERIFY_CA, Optional.of(Path.of("/certs/ca.pem")));

    @Test
    void dumpsBaseTablesAndDataOnly() {
        Command command = DumpCommand.of(Versions.DEBIAN, request(PLAIN, "shop", "billing"));

        assertThat(command.arguments())
                .containsExactly(
                        "mydumper",
                        "--defaults-file=/run/tool.cnf",
                        "-h",
                        "db1.example.com",
                        "-P",
                        "3306",
                        "--regex",
                        "^(?-i)(shop|billing)\\.",
                        "--no-views",
                        "--trx-consistency-only",
                        "-F",
                        "256",
                        "-l",
                        "60",
                        "-t",
                        "4",
                        "-v",
                        "3",
                        "-o",
                        "/run/dump");
        assertThat(command.directory()).isEqualTo(Path.of("/run"));
        assertThat(command.environment()).isEmpty();
    }

    @Test
    void verifiesTheCertificateWhenAsked() {
        assertThat(DumpCommand.of(Versions.DEBIAN, request(VERIFIED, "shop")).arguments())
                .contains("--ssl", "--ca=/certs/ca.pem");
    }

    @Test
    void leavesTheLockAgainstSchemaChangesToUs() {
        ToolVersion sparing = new ToolVersion(Tool.MYDUMPER, 0, 16, 3, Set.of("--skip-ddl-locks"));

        assertThat(DumpCommand.of(sparing, request(PLAIN, "shop")).arguments()).contains("--skip-ddl-locks");
    }

    @Test
    void matchesTheNamesLiterally() {
        assertThat(DumpCommand.regex(List.of("a.b+c", "größe", "x-y", "$`'\"\\")))
                .isEqualTo("^(?-i)(a\\x2eb\\x2bc|gr\\xc3\\xb6\\xc3\\x9fe|x\\x2dy|\\x24\\x60\\x27\\x22\\x5c)\\.");
    }

    @Test
    void matchesNothingButTheNames() {
        Pattern regex = Pattern.compile(DumpCommand.regex(List.of("a.b", "shop")), Pattern.CASE_INSENSITIVE);

        assertThat(List.of("shop.orders", "a.b.c"))
                .allMatch(name -> regex.matcher(name).find());
        assertThat(List.of("Shop.orders", "shop2.orders", "myshop.orders", "axb.c", "other.shop.x"))
                .noneMatch(name -> regex.matcher(name).find());
    }

    @Test
    void goesByNetworkEvenToThisMachine() {
        assertThat(ToolArguments.connection(Path.of("/c"), "LocalHost", 13306))
                .containsExactly("--defaults-file=/c", "-h", "127.0.0.1", "-P", "13306");
    }

    @Test
    void refusesAReleaseWithoutARecipe() {
        ToolVersion older = new ToolVersion(Tool.MYDUMPER, 0, 9, 5, Set.of());

        assertThatThrownBy(() -> DumpCommand.of(older, request(PLAIN, "shop"))).hasMessageContaining("mydumper 0.9.5");
    }

    @Test
    void refusesRequestsThatWouldDumpTooMuchOrElsewhere() {
        assertThatThrownBy(() -> request(PLAIN)).hasMessageContaining("at least one database");
        assertThatThrownBy(() -> request(Path.of("dump"), Duration.ofSeconds(60)))
                .hasMessageContaining("absolute");
        assertThatThrownBy(() -> request(Path.of("/dump"), Duration.ofMillis(900)))
                .hasMessageContaining("at least 1 s");
    }

    private static DumpRequest request(Tls tls, String... databases) {
        return new DumpRequest(
                "mydumper",
                Path.of("/run/tool.cnf"),
                "db1.example.com",
                3306,
                tls,
                List.of(databases),
                Path.of("/run/dump"),
                4,
                Duration.ofSeconds(60),
                SERVER,
                Optional.empty(),
                Compression.NONE);
    }

    private static DumpRequest request(Path directory, Duration guard) {
        return new DumpRequest(
                "mydumper",
                Path.of("/tool.cnf"),
                "h",
                3306,
                PLAIN,
                List.of("shop"),
                directory,
                4,
                guard,
                SERVER,
                Optional.empty(),
                Compression.NONE);
    }
}
