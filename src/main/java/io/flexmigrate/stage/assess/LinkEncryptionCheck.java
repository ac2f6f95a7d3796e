package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TlsMode;
import java.util.ArrayList;
import java.util.List;

/** FM1404, FM1415: the target's link and we encrypt as the source demands, and as it is able to. */
final class LinkEncryptionCheck implements Check<SourceInventory> {

    private static final Rule DEMANDED = Rule.absolute(
            "FM1404",
            "The link encrypts where the source demands it",
            "Without a certificate in the call, the target replicates without TLS, and the source refuses it with error 3159.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication");
    private static final Rule ABLE = Rule.absolute(
            "FM1415",
            "The source speaks TLS 1.2 where the plan encrypts",
            "Neither mydumper nor Connector/J nor a flexible server accepts TLS 1.0 or 1.1 any more: connecting fails with error 2026.",
            "https://dev.mysql.com/doc/refman/5.7/en/encrypted-connection-protocols-ciphers.html");

    @Override
    public List<Rule> rules() {
        return List.of(DEMANDED, ABLE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        Variables variables = seen.server().variables();
        List<Finding> findings = new ArrayList<>();
        boolean linkEncrypts = plan.source().replication().ca().isPresent();
        if (variables.isOn("require_secure_transport") && !linkEncrypts) {
            findings.add(DEMANDED.blocker(
                    "source require_secure_transport",
                    "It is ON on the source, and the plan names no certificate by which the target could encrypt its link.",
                    """
                            Name the certificate that signed the source's own in the plan, as source.replication.ca; or, where the \
                            network can be trusted, on the source:
                            SET GLOBAL require_secure_transport = OFF;"""));
        }
        List<String> encrypted = encrypted(plan);
        if (isTooOld(variables) && !encrypted.isEmpty()) {
            findings.add(ABLE.blocker(
                    "source tls_version",
                    "The source speaks " + variables.text("tls_version") + " only, and the plan asks for TLS in "
                            + String.join(" and ", encrypted) + ".",
                    "Upgrade the source to 5.7.28 or newer, which speaks TLS 1.2; or, where the network can be trusted, leave out "
                            + String.join(" and ", encrypted) + " (source.tls.mode: disabled)."));
        }
        return findings;
    }

    private static boolean isTooOld(Variables variables) {
        String versions = variables.text("tls_version");
        return !versions.isEmpty() && !versions.contains("TLSv1.2") && !versions.contains("TLSv1.3");
    }

    private static List<String> encrypted(Plan plan) {
        List<String> fields = new ArrayList<>();
        TlsMode mode = plan.source().endpoint().tls().mode();
        if (mode != TlsMode.DISABLED && mode != TlsMode.PREFERRED) {
            fields.add("source.tls");
        }
        if (plan.source().replication().ca().isPresent()) {
            fields.add("source.replication.ca");
        }
        return fields;
    }
}
