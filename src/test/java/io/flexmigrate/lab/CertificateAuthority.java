package io.flexmigrate.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority that signs certificates of servers, all in PEM files of one directory; made by the JDK's keytool, because that
 * is on every machine that can run the tests.
 */
public final class CertificateAuthority {

    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";

    private final Path directory;
    private final Path store;
    private final Path certificate;

    private CertificateAuthority(Path directory, String name, String period) {
        this.directory = Directories.create(directory);
        this.store = directory.resolve(name + ".p12");
        this.certificate = directory.resolve(name + ".pem");
        generate(AUTHORITY, name, period, "-ext", "bc:c");
        Directories.write(certificate, pem("CERTIFICATE", encodedCertificate(AUTHORITY)));
    }

    /** Makes an authority with a key of its own. */
    public static CertificateAuthority create(Path directory, String name) {
        return new CertificateAuthority(directory, name, "+0d");
    }

    /** Makes an authority whose own certificate ended years ago. */
    public static CertificateAuthority expired(Path directory, String name) {
        return new CertificateAuthority(directory, name, "-3650d");
    }

    /** Its own certificate. */
    public Path certificate() {
        return certificate;
    }

    /** A certificate for servers on this machine, by name and by address. */
    public ServerCertificate forThisMachine(String name) {
        return sign(name, "+0d", "san=dns:localhost,ip:127.0.0.1");
    }

    /** The same, but it ended years ago. */
    public ServerCertificate expiredForThisMachine(String name) {
        return sign(name, "-3650d", "san=dns:localhost,ip:127.0.0.1");
    }

    /** A certificate for a server of another name. */
    public ServerCertificate forHost(String host) {
        return sign(host, "+0d", "san=dns:" + host);
    }

    private ServerCertificate sign(String name, String period, String names) {
        generate(name, name, period);
        Path request = directory.resolve(name + ".csr");
        Path signed = directory.resolve(name + "-cert.pem");
        keytool("-certreq", "-alias", name, "-file", request.toString());
        keytool(
                "-gencert",
                "-alias",
                AUTHORITY,
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-rfc",
                "-startdate",
                period,
                "-validity",
                "365",
                "-ext",
                names,
                "-ext",
                "eku=serverAuth");
        Path key = directory.resolve(name + "-key.pem");
        Directories.write(key, pem("PRIVATE KEY", encodedKey(name)));
        return new ServerCertificate(certificate, signed, key);
    }

    private void generate(String alias, String commonName, String period, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + commonName,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-startdate",
                period,
                "-validity",
                "365"));
        arguments.addAll(List.of(more));
        keytool(arguments.toArray(new String[0]));
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Shell.run(directory, command);
    }

    private byte[] encodedCertificate(String alias) {
        return read(opened -> opened.getCertificate(alias).getEncoded());
    }

    private byte[] encodedKey(String alias) {
        return read(opened -> opened.getKey(alias, PASSWORD.toCharArray()).getEncoded());
    }

    private byte[] read(Reading reading) {
        try (InputStream input = Files.newInputStream(store)) {
            KeyStore opened = KeyStore.getInstance("PKCS12");
            opened.load(input, PASSWORD.toCharArray());
            return reading.of(opened);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What is read from the store. */
    @FunctionalInterface
    private interface Reading {
        byte[] of(KeyStore store) throws GeneralSecurityException;
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
