package io.flexmigrate.mydumper;

import io.flexmigrate.plan.Plan.Tls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a build of a tool encrypts its connections, and what it cannot do.
 *
 * <p>The tools know no "preferred": it means encrypted here, so that nothing is sent in the clear without having been asked
 * for. Whoever knows that a server has no usable TLS passes DISABLED.
 */
public final class ToolTls {

    private ToolTls() {}

    /**
     * What stands in the way of these TLS settings with this tool, in words for a person; empty when they can be met.
     *
     * <p>Debian's 0.10.1 (with libmariadb) has {@code --ssl}, which enforces encryption, and {@code --ca}; it never compares
     * the host's name with the certificate's.
     */
    public static Optional<String> problem(ToolVersion version, Tls tls) {
        return switch (tls.mode()) {
            case DISABLED, PREFERRED -> Optional.empty();
            case REQUIRED -> version.has("--ssl") ? Optional.empty() : Optional.of(withoutTls(version));
            case VERIFY_CA -> authority(version, tls);
            case VERIFY_IDENTITY ->
                Optional.of(version + " cannot compare the server's name with its certificate (verify-identity);"
                        + " fix by setting tls.mode to verify-ca, with a ca file of that server's own authority");
        };
    }

    private static Optional<String> authority(ToolVersion version, Tls tls) {
        if (!version.has("--ssl") || !version.has("--ca")) {
            return Optional.of(withoutTls(version));
        }
        if (tls.ca().isEmpty()) {
            return Optional.of(version + " needs the file of the authority to verify a certificate (verify-ca);"
                    + " fix by setting tls.ca");
        }
        return Optional.empty();
    }

    private static String withoutTls(ToolVersion version) {
        return "this build of " + version + " cannot encrypt its connections; fix by installing Debian's package";
    }

    /** The arguments for settings that have no {@link #problem}. */
    static List<String> arguments(ToolVersion version, Tls tls) {
        Optional<String> problem = problem(version, tls);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        return switch (tls.mode()) {
            case DISABLED -> List.of();
            case PREFERRED, REQUIRED -> version.has("--ssl") ? List.of("--ssl") : List.of();
            case VERIFY_CA, VERIFY_IDENTITY ->
                List.of("--ssl", "--ca=" + tls.ca().map(Path::toAbsolutePath).orElseThrow());
        };
    }
}
