package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultsFileTest {

    private static final Tls PLAIN = new Tls(TlsMode.DISABLED, Optional.empty());

    @TempDir
    private Path directory;

    @Test
    void holdsUserAndPasswordForUsOnlyAndIsGoneWhenClosed() throws IOException {
        DefaultsFile file = DefaultsFile.write(directory, "mig", new Secret("se\"cret\\x"), PLAIN);

        assertThat(file.path()).isAbsolute().hasContent("[client]\nuser=\"mig\"\npassword=\"se\\\"cret\\\\x\"\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(file.toString()).doesNotContain("cret");

        file.close();
        file.close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void holdsWhatEverySessionBeginsWithAndThatTheNameIsCompared() {
        Tls tls = new Tls(TlsMode.VERIFY_IDENTITY, Optional.of(Path.of("/ca.pem")));
        try (DefaultsFile file = DefaultsFile.write(
                directory, "mig", new Secret("x"), tls, "SET SESSION " + DefaultsFile.FRESH_STATISTICS)) {
            assertThat(file.path())
                    .content()
                    .contains("ssl-verify-server-cert=1\n")
                    .endsWith("init-command=\"SET SESSION information_schema_stats_expiry=0\"\n");
        }
    }

    @Test
    void refusesAPasswordThatWouldMakeALineOfItsOwn() {
        assertThatThrownBy(() -> DefaultsFile.write(directory, "mig", new Secret("cret\nhost=evil"), PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("cret")
                .hasMessageContaining("control characters");
        assertThat(directory).isEmptyDirectory();
    }
}
