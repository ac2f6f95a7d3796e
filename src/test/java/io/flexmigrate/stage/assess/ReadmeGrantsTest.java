package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.testing.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grants of the README are what the checks ask for, no less and no more, and its plan asks only for what is offered. */
class ReadmeGrantsTest {

    private static final Document README = Document.readme();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Plan plan;

    @BeforeEach
    void readThePlan() throws IOException {
        plan = new PlanReader()
                .read(Files.write(directory.resolve("plan.yaml"), README.block("yaml")))
                .plan();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.22", "8.0.15", "8.0.45"})
    void sourceAccountGetsAllThatIsNeededAndNothingElse(String version) {
        Set<String> granted = grantedOn(version.substring(0, 3));

        assertThat(sourceFindings(version, granted)).isEmpty();
        assertThat(granted).isNotEmpty().allSatisfy(privilege -> {
            Set<String> fewer = new HashSet<>(granted);
            fewer.remove(privilege);
            assertThat(sourceFindings(version, fewer)).isNotEmpty();
        });
    }

    @Test
    void replicationAccountIsTheOneTheCheckAsksFor() {
        SourceSample source = new SourceSample();
        source.replicationAccounts = List.of();

        List<Finding> findings = new ReplicationAccountCheck().findings(plan, source.seen());

        assertThat(findings).hasSize(1);
        String grant = findings.get(0).remedy().replaceFirst("(?s).*;\nGRANT", "GRANT");
        assertThat(README.block("sql")).contains(grant);
    }

    @Test
    void administratorOfAFlexibleServerMayDoAllThatIsNeeded() {
        Matcher grant = Pattern.compile("'GRANT (SELECT.*?) ON \\*\\.\\* TO '", Pattern.DOTALL)
                .matcher(Document.read("scripts/flexible-server-emulation.sql").text());
        assertThat(grant.find()).isTrue();
        TargetSample target = new TargetSample();
        target.privileges = names(grant.group(1).replaceAll("',\\s*'", ""));

        assertThat(target.privileges).hasSizeGreaterThan(20);
        assertThat(new TargetPrivilegesCheck().findings(plan, target.seen())).isEmpty();
    }

    @Test
    void planAsksOnlyForWhatThisVersionOffers() {
        assertThat(new FeaturesCheck().findings(plan, plan)).isEmpty();
    }

    private List<Finding> sourceFindings(String version, Set<String> privileges) {
        SourceSample source = new SourceSample();
        source.version = version;
        source.privileges = privileges;
        return new SourcePrivilegesCheck().findings(plan, source.seen());
    }

    /** The privileges in the GRANT that follows the heading of this version. */
    private static Set<String> grantedOn(String version) {
        String grant = README.block("sql").stream()
                .dropWhile(line -> !line.equals("-- MySQL " + version + " source"))
                .filter(line -> line.startsWith("GRANT "))
                .findFirst()
                .orElseThrow();
        assertThat(grant).endsWith(" ON *.* TO 'migrate'@'%';");
        return names(grant.replaceFirst("GRANT ", "").replaceFirst(" ON .*", ""));
    }

    private static Set<String> names(String list) {
        return Set.of(list.split(", ", -1));
    }
}
