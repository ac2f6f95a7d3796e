package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ToolTlsTest {

    private static final ToolVersion WITHOUT_TLS = new ToolVersion(Tool.MYDUMPER, 0, 10, 1, Set.of("--regex"));
    private static final Optional<Path> CA = Optional.of(Path.of("/ca.pem"));

    @ParameterizedTest
    @EnumSource(TlsMode.class)
    void hasNoProblemWithDebiansBuildAndAnAuthority(TlsMode mode) {
        assertThat(ToolTls.problem(Versions.DEBIAN, new Tls(mode, CA))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY"})
    void refusesABuildWithoutTls(TlsMode mode) {
        Tls tls = new Tls(mode, CA);

        assertThat(ToolTls.problem(WITHOUT_TLS, tls))
                .hasValueSatisfying(words -> assertThat(words).contains("mydumper 0.10.1", "cannot encrypt", "fix by"));
        assertThatThrownBy(() -> ToolTls.arguments(WITHOUT_TLS, tls)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_CA", "VERIFY_IDENTITY"})
    void refusesToVerifyWithoutAnAuthority(TlsMode mode) {
        assertThat(ToolTls.problem(Versions.DEBIAN, new Tls(mode, Optional.empty())))
                .hasValueSatisfying(words -> assertThat(words).contains("tls.ca"));
    }

    @ParameterizedTest
    @CsvSource({
        "REQUIRED,--ssl --ssl-mode=REQUIRED,--ssl --ssl-mode=REQUIRED",
        "VERIFY_CA,--ssl --ssl-mode=REQUIRED --ca=/ca.pem,--ssl --ssl-mode=VERIFY_CA --ca=/ca.pem",
        "VERIFY_IDENTITY,--ssl --ssl-mode=VERIFY_IDENTITY --ca=/ca.pem,--ssl --ssl-mode=VERIFY_IDENTITY --ca=/ca.pem"
    })
    void saysTheModeToBuildsThatHaveIt(TlsMode mode, String ofMariaDb, String ofMySql) {
        Set<String> options = Set.of("--ssl", "--ca", "--ssl-mode");
        Set<String> more = Set.of("--ssl", "--ca", "--ssl-mode", "--ssl-mode=VERIFY_CA");
        Tls tls = new Tls(mode, CA);

        assertThat(String.join(" ", ToolTls.arguments(new ToolVersion(Tool.MYDUMPER, 1, 0, 1, options), tls)))
                .isEqualTo(ofMariaDb);
        assertThat(String.join(" ", ToolTls.arguments(new ToolVersion(Tool.MYDUMPER, 1, 0, 1, more), tls)))
                .isEqualTo(ofMySql);
    }

    @Test
    void saysInTheDefaultsFileThatTheNameIsToBeCompared() {
        assertThat(ToolTls.clientGroup(new Tls(TlsMode.VERIFY_IDENTITY, CA))).isEqualTo("ssl-verify-server-cert=1\n");
        assertThat(ToolTls.clientGroup(new Tls(TlsMode.VERIFY_CA, CA))).isEmpty();
    }
}
