package io.flexmigrate.mysql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Properties;

/** The certificates of a PEM file in the form Connector/J reads: a PKCS#12 file that lives as long as we do. */
record TrustStore(Path file) {

    /** Guards nothing: a PKCS#12 file must have a password, and what is inside is public. */
    private static final String PASSWORD = "public";

    /**
     * Converts a PEM file.
     *
     * @throws UnusableCertificatesException when it holds no certificate that can be used
     */
    static TrustStore of(Path pem) {
        List<X509Certificate> certificates = new CertificateFile(pem).certificates();
        try {
            return write(certificates);
        } catch (IOException failure) {
            throw new UncheckedIOException("the certificates of " + pem + " could not be kept for the driver", failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static TrustStore write(List<X509Certificate> certificates) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (X509Certificate certificate : certificates) {
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
