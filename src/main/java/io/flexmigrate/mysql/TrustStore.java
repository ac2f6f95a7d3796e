package io.flexmigrate.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Properties;

/** The certificates of a PEM file in the form Connector/J reads: a PKCS#12 file that lives as long as we do. */
record TrustStore(Path file) {

    /** Guards nothing: a PKCS#12 file must have a password, and what is inside is public. */
    private static final String PASSWORD = "public";

    /**
     * Converts a PEM file.
     *
     * @throws IllegalArgumentException when the file cannot be read or holds no certificate
     */
    static TrustStore of(Path pem) {
        try (InputStream input = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(input);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("the CA file " + pem + " holds no PEM certificate");
            }
            return write(certificates);
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalArgumentException(
                    "the CA file " + pem + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static TrustStore write(Collection<? extends Certificate> certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        Path file = Files.createTempFile("migrate-trust", ".p12");
        file.toFile().deleteOnExit();
        try (OutputStream output = Files.newOutputStream(file)) {
            store.store(output, PASSWORD.toCharArray());
        }
        return new TrustStore(file);
    }

    void addTo(Properties properties) {
        properties.setProperty("trustCertificateKeyStoreUrl", file.toUri().toString());
        properties.setProperty("trustCertificateKeyStoreType", "PKCS12");
        properties.setProperty("trustCertificateKeyStorePassword", PASSWORD);
        properties.setProperty("fallbackToSystemTrustStore", "false");
    }
}
