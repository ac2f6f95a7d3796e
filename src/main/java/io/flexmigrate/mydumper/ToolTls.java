package io.flexmigrate.mydumper;

import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a build of a tool encrypts its connections, and what it cannot do.
 *
 * <p>Measured with Debian's 0.10.1 (libmariadb 3.3): without {@code --ssl} nothing is encrypted; {@code --ca} verifies the
 * certificate's chain; with {@code --ssl} and {@code --ca} a server that offers no TLS is still talked to in the clear, with
 * exit code 0, and {@code ssl-enforce} in the defaults file does not change that. Only {@code ssl-verify-server-cert} there
 * refuses such a server, and it compares the host's name too. So what our own connections demand of the server, and
 * REQUIRE SSL on the account, are what holds "required" and "verify-ca".
 *
 * <p>Builds that have {@code --ssl-mode} encrypt by it and not by {@code --ssl}, which those with MySQL's own client library
 * need beside it. MariaDB's takes REQUIRED and VERIFY_IDENTITY alone, and verifies the chain when it has an authority.
 *
 * <p>The tools know no "preferred": it means encrypted here. Whoever knows that a server has no usable TLS passes DISABLED.
 */
public final class ToolTls {

    private static final String MODE = "--ssl-mode";
    /** Only MySQL's own client library has this mode. */
    private static final String MYSQL_CLIENT = MODE + "=VERIFY_CA";

    private ToolTls() {}

    /** What stands in the way of these settings with this tool, in words for a person; empty when they can be met. */
    public static Optional<String> problem(ToolVersion version, Tls tls) {
        return switch (tls.mode()) {
            case DISABLED, PREFERRED -> Optional.empty();
            case REQUIRED -> version.has("--ssl") ? Optional.empty() : Optional.of(withoutTls(version));
            case VERIFY_CA, VERIFY_IDENTITY -> verification(version, tls);
        };
    }

    private static Optional<String> verification(ToolVersion version, Tls tls) {
        if (!version.has("--ssl") || !version.has("--ca")) {
            return Optional.of(withoutTls(version));
        }
        if (tls.ca().isEmpty()) {
            return Optional.of(version + " needs a file with the authorities it is to trust, to verify the server's"
                    + " certificate; fix by setting tls.ca");
        }
        return Optional.empty();
    }

    private static String withoutTls(ToolVersion version) {
        return "this build of " + version
                + " cannot encrypt its connections; fix by installing one that has --ssl, such as" + " Debian's";
    }

    /** The arguments for settings that have no {@link #problem}. */
    static List<String> arguments(ToolVersion version, Tls tls) {
        Optional<String> problem = problem(version, tls);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        return switch (tls.mode()) {
            case DISABLED -> List.of();
            case PREFERRED, REQUIRED -> encrypted(version, "REQUIRED");
            case VERIFY_CA -> verified(version, version.has(MYSQL_CLIENT) ? "VERIFY_CA" : "REQUIRED", tls);
            case VERIFY_IDENTITY -> verified(version, "VERIFY_IDENTITY", tls);
        };
    }

    private static List<String> encrypted(ToolVersion version, String mode) {
        if (!version.has("--ssl")) {
            return List.of();
        }
        return version.has(MODE) ? List.of("--ssl", MODE + "=" + mode) : List.of("--ssl");
    }

    private static List<String> verified(ToolVersion version, String mode, Tls tls) {
        Path ca = tls.ca().map(Path::toAbsolutePath).orElseThrow();
        return Stream.concat(encrypted(version, mode).stream(), Stream.of("--ca=" + ca))
                .toList();
    }

    /** What these settings need in the defaults file. */
    static String clientGroup(Tls tls) {
        return tls.mode() == TlsMode.VERIFY_IDENTITY ? "ssl-verify-server-cert=1\n" : "";
    }
}
