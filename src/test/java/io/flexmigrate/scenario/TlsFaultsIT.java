package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.CertificateAuthority;
import io.flexmigrate.lab.ServerCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with TLS, on each of the three ways where it can be. */
@SuppressWarnings("NullAway.Init") // JUnit and the methods before all and each test set the fields
class TlsFaultsIT {

    private static final String NONE_WE_TRUST = "failed: the server's certificate is signed by none of the authorities";

    @TempDir
    private static Path shared;

    private static EncryptedPair pair;
    private static CertificateAuthority stranger;
    private static ServerCertificate good;

    @TempDir
    private Path directory;

    private Scenario scenario;

    @BeforeAll
    static void boot() {
        pair = EncryptedPair.begin(shared);
        stranger = CertificateAuthority.create(shared.resolve("stranger"), "stranger");
        good = pair.ofSource.forThisMachine("good");
        Scenario.BANK.create(pair.servers.source.root());
    }

    @AfterAll
    static void shutDown() {
        pair.close();
    }

    @BeforeEach
    void useItsOwnDirectory() {
        scenario = pair.servers.in(directory);
    }

    @Test
    void saysOfBothServersThatTheirAuthorityIsAnother() throws IOException, InterruptedException {
        Path plan = plan();
        new PlanEdit(plan)
                .replacing(
                        pair.ofSource.certificate().toString(),
                        stranger.certificate().toString());
        new PlanEdit(plan)
                .replacing(
                        pair.ofTarget.certificate().toString(),
                        stranger.certificate().toString());

        assertThat(refused(plan))
                .contains("source: logging in to 127.0.0.1:" + scenario.source.port() + " as migrate " + NONE_WE_TRUST)
                .contains("Let source.tls.ca name the PEM file")
                .contains(
                        "target: logging in to 127.0.0.1:" + scenario.target.port() + " as flexadmin " + NONE_WE_TRUST)
                .contains("Let target.tls.ca name the PEM file");
    }

    @Test
    void saysWhatIsWrongWithEachFile() throws IOException, InterruptedException {
        Path plan = plan();
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        new PlanEdit(plan).replacing(pair.ofSource.certificate().toString(), empty.toString());
        new PlanEdit(plan)
                .replacing(
                        pair.ofTarget.certificate().toString(),
                        directory.resolve("none.pem").toString());
        new PlanEdit(plan).replacing(pair.bundle().toString(), good.key().toString());

        assertThat(refused(plan))
                .contains("the CA file " + empty + " cannot be used: it is empty")
                .contains("the CA file " + directory.resolve("none.pem") + " cannot be used: there is no such file")
                .contains("FM1416")
                .contains("The file " + good.key() + " cannot be used: it holds a private key");
    }

    @Test
    void saysThatAnAccountDemandsTls() throws IOException, InterruptedException {
        Path plan = plan();
        new PlanEdit(plan)
                .replacing(
                        EncryptedPair.tls("verify-identity", pair.ofSource.certificate()), "tls: { mode: disabled }");

        // which makes the server forget that the password came over TLS before, and was right
        scenario.source.execute("FLUSH PRIVILEGES");
        assertThat(refused(plan))
                .contains("as migrate without TLS failed: the account's login plugin wants a connection with TLS")
                .contains("Set source.tls.mode to required or stricter");

        scenario.source.execute("ALTER USER migrate@'%' IDENTIFIED WITH mysql_native_password BY '"
                + Scenario.MIGRATE_PASSWORD.value() + "' REQUIRE SSL");
        try {
            assertThat(refused(plan))
                    .contains("as migrate without TLS failed: Access denied")
                    .contains("set source.tls.mode to required or stricter");
        } finally {
            scenario.source.execute("ALTER USER migrate@'%' IDENTIFIED WITH caching_sha2_password BY '"
                    + Scenario.MIGRATE_PASSWORD.value() + "' REQUIRE SSL");
        }
    }

    @Test
    void saysThatTheReplicationAccountDemandsTls() throws IOException, InterruptedException {
        Path plan = new PlanEdit(plan()).replacing(", ca: " + pair.bundle(), "");

        assertThat(refused(plan)).contains("FM1024").contains("Set source.replication.ca");
    }

    @Test
    void triesTheLinkWithTheWrongAuthority() throws IOException, InterruptedException {
        Path plan = new PlanEdit(plan("probe: link"))
                .replacing(pair.bundle().toString(), stranger.certificate().toString());

        assertThat(refused(plan))
                .contains("FM1512")
                .contains("A trial link was refused with error 2026: ")
                .contains("Seen from here with source.replication.ca: source: logging in to 127.0.0.1:"
                        + scenario.source.port() + " as migrate " + NONE_WE_TRUST)
                .contains("Let source.replication.ca name the PEM file");
    }

    @Test
    void goesOnWhereTheLinkFailedOnceTheFileIsRight() throws IOException, InterruptedException {
        Path ca = Files.copy(stranger.certificate(), directory.resolve("link-ca.pem"));
        Path plan = new PlanEdit(plan("purpose: sync")).replacing(pair.bundle().toString(), ca.toString());
        try (Program migrate = scenario.migrate("run", plan)) {
            assertThat(migrate.endsWith(1))
                    .contains("LOAD done")
                    .contains("2026")
                    .contains("source.replication.ca")
                    .doesNotContain("\tat ");
        }

        Files.copy(pair.ofSource.certificate(), ca, StandardCopyOption.REPLACE_EXISTING);
        try (Program migrate = scenario.migrate("resume", plan)) {
            assertThat(migrate.endsWith(0))
                    .contains("The source did not let the target in; it is linked anew, from")
                    .contains("VERIFY done");
        }
        scenario.target.execute("STOP SLAVE", "RESET SLAVE ALL", "DROP DATABASE bank");
    }

    @Test
    void saysThatACertificateHasExpired() throws IOException, InterruptedException {
        exchange(pair.ofSource.expiredForThisMachine("old"));
        try {
            assertThat(refused(plan()))
                    .contains("the server's certificate, or one that signed it, is not valid today (NotAfter: ")
                    .contains("Give the source a new certificate");
        } finally {
            exchange(good);
        }
    }

    @Test
    void triesTheLinkToASourceWhoseCertificateHasExpired() throws IOException, InterruptedException {
        scenario.source.execute("CREATE USER plain@'%' IDENTIFIED WITH mysql_native_password BY 'unused'");
        scenario.source.execute("GRANT ALL ON *.* TO plain@'%'");
        scenario.source.execute("ALTER USER plain@'%' IDENTIFIED BY '" + Scenario.MIGRATE_PASSWORD.value() + "'");
        Path plan = plan("probe: link");
        new PlanEdit(plan)
                .replacing(
                        EncryptedPair.tls("verify-identity", pair.ofSource.certificate()), "tls: { mode: disabled }");
        new PlanEdit(plan).replacing("user: migrate", "user: plain");
        exchange(pair.ofSource.expiredForThisMachine("older"));
        try {
            assertThat(refused(plan))
                    .contains("FM1512")
                    .contains("error 2026")
                    .contains("is not valid today (NotAfter: ");
        } finally {
            exchange(good);
        }
    }

    @Test
    void comparesTheHostOnOurWaysAndNotOnTheTargets() throws IOException, InterruptedException {
        exchange(pair.ofSource.forHost("db1.example.com"));
        try {
            assertThat(refused(plan()))
                    .contains("the server's certificate is for other hosts (")
                    .contains("Let source.host be a name that stands in the certificate");
            Path lax = plan("probe: link");
            new PlanEdit(lax).replacing("mode: verify-identity", "mode: verify-ca");
            try (Program migrate = scenario.migrate("plan", lax)) {
                migrate.endsWith(0);
            }
        } finally {
            exchange(good);
        }
    }

    private Path plan(String... sections) throws IOException {
        return pair.verifying(scenario.plan("approval: automatic", sections), "verify-identity");
    }

    private String refused(Path plan) throws InterruptedException {
        return new Refusal(scenario).outputOf(4, plan).replaceAll("\\s+", " ");
    }

    private static void exchange(ServerCertificate other) {
        pair.servers.source.stop();
        pair.shown.exchangeFor(other);
        pair.servers.source.start();
    }
}
