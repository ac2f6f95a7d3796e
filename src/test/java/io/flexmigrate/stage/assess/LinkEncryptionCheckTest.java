package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkEncryptionCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstASourceThatDemandsNoTls() {
        source.with("require_secure_transport", "OFF").with("tls_version", "TLSv1,TLSv1.1");

        assertThat(said(Inventories.plan()).findings()).isEmpty();
    }

    @Test
    void blocksALinkInTheClearWhereTheSourceDemandsTls() {
        source.with("require_secure_transport", "ON");

        said(Inventories.plan())
                .blocks("FM1404", "source require_secure_transport", "no certificate", "source.replication.ca");
    }

    @Test
    void hasNothingAgainstALinkThatEncrypts(@TempDir Path directory) throws IOException {
        source.with("require_secure_transport", "ON").with("tls_version", "TLSv1.2");

        assertThat(said(encrypting(directory)).findings()).isEmpty();
    }

    @Test
    void blocksALinkThatTheSourceCannotEncrypt(@TempDir Path directory) throws IOException {
        source.with("tls_version", "TLSv1,TLSv1.1");

        said(encrypting(directory))
                .blocks("FM1415", "source tls_version", "TLSv1,TLSv1.1 only", "source.replication.ca", "5.7.28");
    }

    private static Plan encrypting(Path directory) throws IOException {
        Path ca = Files.writeString(directory.resolve("ca.pem"), "certificate");
        return Inventories.planReplacing("user: repl,", "user: repl, ca: " + ca + ",");
    }

    private Said said(Plan plan) {
        return new Said(new LinkEncryptionCheck().findings(plan, source.seen()));
    }
}
