package io.flexmigrate.mysql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A PEM file with the certificates of authorities that we, or the target, are to trust. */
public record CertificateFile(Path file) {

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    /** What is wrong with it, as the end of a sentence that begins with its name; empty when it can be used. */
    public Optional<String> problem() {
        try {
            certificates();
            return Optional.empty();
        } catch (UnusableCertificatesException unusable) {
            return Optional.of(unusable.reason());
        }
    }

    /**
     * Its certificates as text, and nothing else that stands in the file.
     *
     * @throws UnusableCertificatesException when it cannot be used
     */
    public String text() {
        certificates();
        return blocks(read()).stream().map(block -> block + "\n").collect(Collectors.joining());
    }

    /** What trusts these certificates and no others. */
    public SSLContext context() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (X509Certificate certificate : certificates()) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException unread) {
            throw new IllegalStateException(unread);
        }
    }

    /** Its certificates; one of them at least is valid today. */
    List<X509Certificate> certificates() {
        String text = read();
        if (text.isBlank()) {
            throw unusable("it is empty");
        }
        if (text.contains("PRIVATE KEY-----")) {
            throw unusable(
                    "it holds a private key, which belongs to the server alone, where certificates are expected");
        }
        List<String> blocks = blocks(text);
        if (blocks.isEmpty()) {
            throw unusable("it holds no PEM certificate (-----BEGIN CERTIFICATE-----)");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (String block : blocks) {
            certificates.add(parsed(block, certificates.size() + 1));
        }
        requireOneOfToday(certificates);
        return certificates;
    }

    private void requireOneOfToday(List<X509Certificate> certificates) {
        if (certificates.stream().noneMatch(CertificateFile::isOfToday)) {
            X509Certificate first = certificates.get(0);
            throw unusable("it holds no certificate that is valid today: the first is valid from "
                    + first.getNotBefore().toInstant() + " to "
                    + first.getNotAfter().toInstant());
        }
    }

    private static boolean isOfToday(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateException outOfDate) {
            return false;
        }
    }

    private X509Certificate parsed(String block, int number) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException damaged) {
            throw unusable("its certificate number " + number + " is damaged (" + damaged.getMessage() + ")");
        }
    }

    private static List<String> blocks(String text) {
        return CERTIFICATE.matcher(text).results().map(MatchResult::group).toList();
    }

    private String read() {
        try {
            // because a file that is not PEM need not be text at all
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            throw unusable("there is no such file");
        } catch (AccessDeniedException denied) {
            throw unusable("we may not read it");
        } catch (IOException failure) {
            throw unusable("it cannot be read (" + failure.getMessage() + ")");
        }
    }

    private UnusableCertificatesException unusable(String reason) {
        return new UnusableCertificatesException(file, reason);
    }
}
