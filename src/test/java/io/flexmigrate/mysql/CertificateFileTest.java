package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit and the method before all tests set the fields
class CertificateFileTest {

    @TempDir
    private static Path directory;

    private static String one;
    private static String two;
    private static String old;
    private static Path key;

    @BeforeAll
    static void makeAuthorities() throws IOException {
        CertificateAuthority authority = CertificateAuthority.create(directory, "one");
        one = Files.readString(authority.certificate());
        key = authority.forThisMachine("server").key();
        two = Files.readString(CertificateAuthority.create(directory, "two").certificate());
        old = Files.readString(CertificateAuthority.expired(directory, "old").certificate());
    }

    @Test
    void holdsTheTextOfAllItsCertificatesAndNothingElse() throws IOException {
        CertificateFile file = file("Two authorities\n" + one + "and\n" + two + "\nthat is all\n");

        assertThat(file.problem()).isEmpty();
        assertThat(file.text()).isEqualTo(one + two);
        assertThat(file.certificates()).hasSize(2);
    }

    @Test
    void isGoodForAsLongAsOneOfItsCertificatesIs() throws IOException {
        assertThat(file(old + one).problem()).isEmpty();
        assertThat(file(old).problem())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("it holds no certificate that is valid today: the first is valid from ")
                        .contains(" to "));
    }

    @Test
    void isRefusedWithTheReason() throws IOException {
        assertThat(new CertificateFile(directory.resolve("nowhere")).problem()).contains("there is no such file");
        assertThat(file(" \n").problem()).contains("it is empty");
        assertThat(file("certificate: yes").problem())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("it holds no PEM certificate"));
        assertThat(new CertificateFile(key).problem())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("it holds a private key"));
        assertThat(file(one + Files.readString(key)).problem()).isPresent();
        assertThat(file(one + two.replace("\nMII", "\nXXX")).problem())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("its certificate number 2 is damaged"));
        assertThat(new CertificateFile(directory).problem())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("it cannot be read"));
    }

    private static CertificateFile file(String text) throws IOException {
        return new CertificateFile(Files.writeString(Files.createTempFile(directory, "ca", ".pem"), text));
    }
}
