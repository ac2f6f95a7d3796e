package io.flexmigrate.scenario;

import io.flexmigrate.lab.CertificateAuthority;
import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source and a target with certificates of an authority each; every account demands TLS and has caching_sha2_password. */
final class EncryptedPair implements AutoCloseable {

    final CertificateAuthority ofSource;
    final CertificateAuthority ofTarget;
    final ServerCertificate shown;
    final Scenario servers;

    private EncryptedPair(Path directory) {
        ofSource = CertificateAuthority.create(directory.resolve("ofSource"), "authority-of-source");
        ofTarget = CertificateAuthority.create(directory.resolve("ofTarget"), "authority-of-target");
        shown = ofSource.forThisMachine("source");
        LabServer source = Lab.start(LabVersion.MYSQL_8_0, shown.mysqldOptions());
        LabServer target = FlexibleServerEmulation.start(
                LabVersion.MYSQL_8_0, Ha.NONE, ofTarget.forThisMachine("target").mysqldOptions());
        servers = Scenario.between(source, target, directory);
        source.execute(
                demand("migrate", Scenario.MIGRATE_PASSWORD.value()),
                demand("repl", Scenario.REPLICATION_PASSWORD.value().replace("'", "''")));
        target.execute(demand(FlexibleServerEmulation.ADMIN, FlexibleServerEmulation.ADMIN_PASSWORD.value()));
    }

    static EncryptedPair begin(Path directory) {
        return new EncryptedPair(directory);
    }

    private static String demand(String user, String password) {
        return "ALTER USER " + user + "@'%' IDENTIFIED WITH caching_sha2_password BY '" + password + "' REQUIRE SSL";
    }

    /** Lets the plan's three ways verify what they should. */
    Path verifying(Path plan, String mode) throws IOException {
        String required = "tls: { mode: required }";
        new PlanEdit(plan).replacing(required, tls(mode, ofSource.certificate()));
        new PlanEdit(plan).replacing(required, tls(mode, ofTarget.certificate()));
        return new PlanEdit(plan).replacing("user: repl,", "user: repl, ca: " + bundle() + ",");
    }

    static String tls(String mode, Path ca) {
        return "tls: { mode: " + mode + ", ca: " + ca + " }";
    }

    /** Several PEM blocks, of which the last is the one that is needed. */
    Path bundle() {
        try {
            return Files.writeString(
                    servers.directory.resolve("bundle.pem"),
                    Files.readString(ofTarget.certificate()) + Files.readString(ofSource.certificate()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
