package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.CertificateFile;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1416: the certificates by which the target is to trust the source can be read. */
final class ReplicationCertificatesCheck implements Check<CertificateFile> {

    static final Rule RULE = Rule.absolute(
            "FM1416",
            "The certificates for the link can be read and are valid",
            "LINK hands the text of source.replication.ca to the target, which trusts nobody else; what is no certificate makes the"
                    + " link fail after dump and load.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, CertificateFile seen) {
        return seen.problem().stream()
                .map(reason -> RULE.blocker(
                        "source.replication.ca",
                        "The file " + seen.file() + " cannot be used: " + reason + ".",
                        "Name a PEM file with the certificates of the authorities that sign the source's own. On the source:\n"
                                + "SHOW VARIABLES LIKE 'ssl_ca';"))
                .toList();
    }
}
