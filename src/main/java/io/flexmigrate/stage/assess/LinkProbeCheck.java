package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.probe.LinkVerdict;
import io.flexmigrate.stage.probe.Probed;
import java.util.List;

/** FM1510 to FM1513: the target logged in to the source as its replica, where the plan lets it try. */
final class LinkProbeCheck implements Check<Probed> {

    static final Rule REACHES = Rule.of(
            "FM1510",
            "The target reaches the source over the network",
            "Replication is a connection from the target to the source. Without it LINK fails, after dump and load.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    static final Rule LOGS_IN = Rule.of(
            "FM1511",
            "The source lets the replication account in from the target",
            "The target logs in with the account of source.replication; where the source refuses it, LINK fails.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-howto-repuser.html");

    static final Rule ENCRYPTS = Rule.of(
            "FM1512",
            "Target and source agree on TLS for replication",
            "With a certificate in source.replication.ca the target encrypts the link and trusts nobody else's; some accounts"
                    + " demand that. Where the two do not agree, LINK fails.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-encrypted-connections.html");

    static final Rule WORKS = Rule.of(
            "FM1513",
            "The target can be linked to the source",
            "LINK does the same as the trial, with the snapshot's binlog file: it would fail the same way.",
            "https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html");

    private static final String SUBJECT = "link from target to source";

    @Override
    public List<Rule> rules() {
        return List.of(REACHES, LOGS_IN, ENCRYPTS, WORKS);
    }

    @Override
    public List<Finding> findings(Plan plan, Probed seen) {
        return seen.link().map(verdict -> findings(plan, verdict)).orElse(List.of());
    }

    private static List<Finding> findings(Plan plan, LinkVerdict verdict) {
        return switch (verdict.outcome()) {
            case PROVEN -> List.of();
            case NOT_TRIED -> List.of(WORKS.unknown(SUBJECT, verdict.message()));
            case REFUSED -> List.of(refused(plan.source().replication(), verdict));
        };
    }

    private static Finding refused(Plan.Replication replication, LinkVerdict verdict) {
        String seen = "A trial link was refused"
                + (verdict.error() == 0 ? ": " : " with error " + verdict.error() + ": ") + verdict.message();
        return switch (verdict.error()) {
            case 0, 2002, 2003, 2005, 2013 -> REACHES.blocker(SUBJECT, seen, network(replication));
            case 1044, 1045, 1130, 1227, 1698, 1820, 1862, 3118 -> LOGS_IN.blocker(SUBJECT, seen, login(replication));
            case 2026, 2061, 3159, 1043 -> ENCRYPTS.blocker(SUBJECT, seen, tls(verdict.error()));
            default ->
                WORKS.blocker(
                        SUBJECT,
                        seen,
                        "Look the number up in the server's manual and put its cause right; then assess again.");
        };
    }

    private static String network(Plan.Replication replication) {
        return """
                See that %s names the source in the TARGET's network, and that nothing on the way keeps the target out (firewall,
                network security group, private DNS, bind_address). From a machine in the target's network:
                mysql --host=%s --port=%d --user=%s --password --execute='SELECT 1'""".formatted(
                "source.replication.host", shell(replication.host()), replication.port(), shell(replication.user()));
    }

    private static String login(Plan.Replication replication) {
        String user = replication.user().replace("\\", "\\\\").replace("'", "\\'");
        return """
                Check the password of source.replication and from which hosts the account may come. An account that demands TLS
                (REQUIRE SSL) is refused so too when source.replication.ca is not set. On the source:
                SELECT user, host, plugin, ssl_type, account_locked, Repl_slave_priv FROM mysql.user WHERE user = '%s';
                ALTER USER '%s'@'%%' IDENTIFIED BY '<password>';
                GRANT REPLICATION SLAVE ON *.* TO '%s'@'%%';""".formatted(user, user, user);
    }

    private static String tls(int error) {
        return error == 2061
                ? "The account's plugin wants an encrypted link: set source.replication.ca to the PEM file that signs the"
                        + " source's certificate, or give the account mysql_native_password."
                : """
                Let source.replication.ca name the PEM file with the certificate that signed the source's own. On the source:
                SHOW VARIABLES LIKE 'ssl_ca';
                SHOW VARIABLES LIKE 'tls_version';""";
    }

    private static String shell(String text) {
        return text.matches("[\\w.:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
