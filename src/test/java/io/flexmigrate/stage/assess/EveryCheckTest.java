package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Acceptance;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.Severity;
import io.flexmigrate.mysql.CertificateFile;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Rate;
import io.flexmigrate.stage.Logins;
import io.flexmigrate.stage.probe.LinkVerdict;
import io.flexmigrate.stage.probe.LinkVerdict.Outcome;
import io.flexmigrate.stage.probe.Probed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EveryCheckTest {

    /** They look at the plan, at versions, variables and our own privileges, at the tools, or at the network. */
    private static final Set<String> NEED_NO_PART = new TreeSet<>(Set.of(
            "FM1000", "FM1001", "FM1002", "FM1011", "FM1012", "FM1014", "FM1016", "FM1020", "FM1025", "FM1060",
            "FM1061", "FM1062", "FM1072", "FM1098", "FM1099", "FM1100", "FM1101", "FM1102", "FM1104", "FM1105",
            "FM1107", "FM1320", "FM1321", "FM1322", "FM1430", "FM1431", "FM1404", "FM1408", "FM1415", "FM1416",
            "FM1420", "FM1421", "FM1422", "FM1423", "FM1502", "FM1503", "FM1510", "FM1511", "FM1512", "FM1513"));

    @Test
    void isViolatedSomewhereAndFound() throws UnknownHostException {
        assertThat(codes(everything()))
                .containsExactlyInAnyOrderElementsOf(Checks.catalogue().rules().keySet());
    }

    @Test
    void saysWhatWasSeenAndWhatToDo() throws UnknownHostException {
        assertThat(everything()).allSatisfy(finding -> {
            assertThat(finding.subject()).isNotBlank();
            assertThat(finding.message()).isNotBlank();
            if (finding.severity() == Severity.BLOCKER || finding.severity() == Severity.WARNING) {
                assertThat(finding.remedy()).isNotBlank();
            }
        });
    }

    @Test
    void isUnknownWhenNothingCouldBeRead() {
        Set<String> silent = new TreeSet<>(Checks.catalogue().rules().keySet());
        silent.removeAll(codes(EveryViolation.ofUnreadServers("5.7.22")));
        silent.removeAll(codes(EveryViolation.ofUnreadServers("8.0.45")));
        SourceSample unread = new SourceSample().without(ReplicationAccounts.class, "SELECT is denied.");
        silent.removeAll(codes(Checks.ofOwnAccount(creating(), unread.seen())));

        assertThat(silent).isEqualTo(NEED_NO_PART);
    }

    private static List<Finding> everything() throws UnknownHostException {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(EveryViolation.ofServers());
        findings.addAll(EveryViolation.ofLinks());
        findings.addAll(EveryViolation.ofData());
        findings.addAll(EveryAccountViolation.all());
        findings.addAll(EveryViolation.ofReleases());
        findings.addAll(ofNetwork());
        findings.addAll(ofProbes());
        findings.addAll(new ReplicationPasswordCheck()
                .findings(
                        Inventories.plan(), new Logins(new Secret("a"), new Secret("b"), new Secret("c".repeat(33)))));
        findings.addAll(new ReplicationCertificatesCheck()
                .findings(Inventories.plan(), new CertificateFile(Path.of("nowhere.pem"))));
        findings.addAll(Checks.ofOwnAccount(creating(), new SourceSample().seen()));
        findings.addAll(
                Unreachable.missingParts(seen(new SourceSample().without(SourceTables.class, "SELECT is denied."))));
        List<Acceptance> acceptances = List.of(
                Acceptance.parse("FM1000", "please").orElseThrow(),
                Acceptance.parse("FM1999", "none").orElseThrow());
        return new AcceptedFindings(Checks.catalogue(), acceptances).of(findings);
    }

    private static Plan creating() {
        return Inventories.planReplacing("password: { env: REPL_PASSWORD }", "create: true");
    }

    private static List<Finding> ofNetwork() throws UnknownHostException {
        Plan plan =
                Inventories.planReplacing("shop.mysql.database.azure.com", "shop.privatelink.mysql.database.azure.com");
        Plan elsewhere = Inventories.planReplacing("{ host: db1,", "{ host: db1.internal,");
        List<Finding> findings = new ArrayList<>(Checks.ofNetwork(elsewhere, new Addresses(List.of(), List.of())));
        findings.addAll(Checks.ofNetwork(plan, addresses("127.0.0.1", "10.0.0.4")));
        findings.addAll(Checks.ofNetwork(plan, addresses("10.0.0.7", "20.50.1.1")));
        return findings;
    }

    private static Addresses addresses(String replication, String target) throws UnknownHostException {
        return new Addresses(List.of(InetAddress.getByName(replication)), List.of(InetAddress.getByName(target)));
    }

    private static List<Finding> ofProbes() {
        List<Finding> findings = new ArrayList<>();
        for (int error : new int[] {2003, 1045, 2026, 1593}) {
            findings.addAll(probed(new Probed(
                    Optional.empty(),
                    Optional.of(new Rate(40e6, 90e6, "measured")),
                    Optional.of(new LinkVerdict(Outcome.REFUSED, error, "no")),
                    List.of(),
                    List.of("DROP DATABASE `migrate_probe_shop`;"))));
        }
        findings.addAll(probed(Probed.nothing("The disk was full.")));
        return findings;
    }

    private static List<Finding> probed(Probed probed) {
        return Checks.findings(Inventories.plan(), seen(new SourceSample()).with(probed));
    }

    private static Assessment seen(SourceSample source) {
        return new Assessment(
                Optional.of(source.seen()),
                Optional.of(new TargetSample().seen()),
                Inventories.tools(Long.MAX_VALUE),
                List.of());
    }

    private static Set<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
