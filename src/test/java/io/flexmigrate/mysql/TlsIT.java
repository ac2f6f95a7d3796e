package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.lab.CertificateAuthority;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.ServerCertificate;
import io.flexmigrate.model.Secret;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own way to a server, with certificates of the lab; the server's own is exchanged, since it reads it when it starts. */
@SuppressWarnings("NullAway.Init") // JUnit and the method before all tests set the fields
class TlsIT {

    private static final Secret PASSWORD = new Secret("lab-Tls-1");

    @TempDir
    private static Path directory;

    private static CertificateAuthority authority;
    private static CertificateAuthority stranger;
    private static ServerCertificate good;
    private static ServerCertificate shown;
    private static LabServer server;

    @BeforeAll
    static void boot() {
        authority = CertificateAuthority.create(directory.resolve("authority"), "authority");
        stranger = CertificateAuthority.create(directory.resolve("stranger"), "stranger");
        good = authority.forThisMachine("good");
        shown = authority.forThisMachine("shown");
        server = Lab.start(LabVersion.MYSQL_8_0, shown.mysqldOptions());
        String password = " BY '" + PASSWORD.value() + "'";
        server.execute(
                "CREATE USER demanding@'%' IDENTIFIED WITH mysql_native_password" + password + " REQUIRE SSL",
                "CREATE USER caching@'%' IDENTIFIED WITH caching_sha2_password" + password,
                "CREATE USER unseen@'%' IDENTIFIED WITH caching_sha2_password" + password,
                "CREATE USER sha256@'%' IDENTIFIED WITH sha256_password" + password);
    }

    @AfterAll
    static void shutDown() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFY_CA, 127.0.0.1, demanding",
        "VERIFY_CA, localhost, caching",
        "VERIFY_IDENTITY, 127.0.0.1, sha256",
        "VERIFY_IDENTITY, localhost, caching"
    })
    void verifiesTheAuthorityAndTheHost(String mode, String host, String user) {
        try (Session session =
                MySqlServer.connecting(settings(host, user, mode, authority)).open()) {
            assertThat(Encryption.isOn(session)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERIFY_CA", "VERIFY_IDENTITY"})
    void refusesAServerOfAnotherAuthority(String mode) {
        assertRefused(EncryptionTrouble.STRANGER, settings("127.0.0.1", "caching", mode, stranger))
                .hasMessageStartingWith(
                        "source: logging in to 127.0.0.1:" + server.port()
                                + " as caching failed: the server's certificate is signed by none of the authorities we trust (");
    }

    @Test
    void saysThatAnAccountWithAPasswordForTlsNeedsIt() {
        // not one that came over TLS before: the server remembers its password and lets it in without TLS until it
        // restarts
        for (String user : new String[] {"unseen", "sha256"}) {
            assertRefused(EncryptionTrouble.PASSWORD_IN_CLEAR, plain(user))
                    .hasMessageContaining("as " + user
                            + " without TLS failed: the account's login plugin wants a connection with TLS");
        }
    }

    @Test
    void saysThatItCameWithoutTlsWhereAnAccountDemandsIt() {
        assertThatThrownBy(() -> MySqlServer.connecting(plain("demanding")).open())
                .hasMessageContaining("as demanding without TLS failed: Access denied")
                .isInstanceOfSatisfying(
                        MySqlException.class,
                        failure -> assertThat(failure.errorNumber()).isEqualTo(1045));
    }

    @Test
    void refusesACertificateThatHasExpired() {
        showing(authority.expiredForThisMachine("old"), () -> {
            for (String mode : new String[] {"VERIFY_CA", "VERIFY_IDENTITY", "REQUIRED"}) {
                assertRefused(EncryptionTrouble.EXPIRED, settings("127.0.0.1", "caching", mode, authority))
                        .hasMessageContaining("is not valid today (NotAfter: ");
            }
        });
    }

    @Test
    void refusesACertificateForAnotherHostWhereThatIsLookedAt() {
        showing(authority.forHost("db1.example.com"), () -> {
            assertRefused(EncryptionTrouble.OTHER_HOST, settings("127.0.0.1", "caching", "VERIFY_IDENTITY", authority))
                    .hasMessageContaining("the server's certificate is for other hosts (");
            MySqlServer.connecting(settings("127.0.0.1", "caching", "VERIFY_CA", authority))
                    .open()
                    .close();
        });
    }

    @Test
    void saysThatAServerOffersNoTls() {
        try (LabServer old = Lab.start(LabVersion.MYSQL_5_7)) {
            assertRefused(
                            EncryptionTrouble.NOT_OFFERED,
                            new ConnectionSettings(
                                    "source",
                                    old.host(),
                                    old.port(),
                                    "root",
                                    Lab.ROOT_PASSWORD,
                                    "VERIFY_CA",
                                    Optional.of(authority.certificate())))
                    .hasMessageEndingWith("TLS is asked for, and the server offers none that we accept");
        }
    }

    @Test
    void saysThatTheCaFileCannotBeUsed() {
        ConnectionSettings settings = new ConnectionSettings(
                "source",
                server.host(),
                server.port(),
                "caching",
                PASSWORD,
                "VERIFY_CA",
                Optional.of(Path.of("nowhere.pem")));

        assertRefused(EncryptionTrouble.UNUSABLE_FILE, settings)
                .hasMessageEndingWith("failed: the CA file nowhere.pem cannot be used: there is no such file");
    }

    private static void showing(ServerCertificate other, Runnable test) {
        exchange(other);
        try {
            test.run();
        } finally {
            exchange(good);
        }
    }

    private static void exchange(ServerCertificate other) {
        server.stop();
        shown.exchangeFor(other);
        server.start();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            EncryptionTrouble trouble, ConnectionSettings settings) {
        return assertThatThrownBy(() -> MySqlServer.connecting(settings).open())
                .isInstanceOfSatisfying(
                        MySqlException.class,
                        failure -> assertThat(failure.encryptionTrouble()).contains(trouble));
    }

    private static ConnectionSettings settings(String host, String user, String mode, CertificateAuthority trusted) {
        return new ConnectionSettings(
                "source", host, server.port(), user, PASSWORD, mode, Optional.of(trusted.certificate()));
    }

    private static ConnectionSettings plain(String user) {
        return new ConnectionSettings(
                "source", "127.0.0.1", server.port(), user, PASSWORD, "DISABLED", Optional.empty());
    }
}
