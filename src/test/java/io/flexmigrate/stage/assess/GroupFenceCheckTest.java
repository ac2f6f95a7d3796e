package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupFenceCheckTest {

    private final SourceSample source = new SourceSample();

    GroupFenceCheckTest() {
        source.databases = List.of("crm", "shop");
        source.scope = source.databases;
        source.with("event_scheduler", "ON");
    }

    @Test
    void hasNothingToSayOfAGroupThatIsTheWholeServer() {
        assertThat(found("{ name: all, databases: [crm, shop] }")).isEmpty();
        assertThat(found("{ name: all }")).isEmpty();
    }

    @Test
    void tellsWhichFenceAGroupGets() {
        assertThat(found("{ name: web, databases: [shop], accounts: ['app@%'] }"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.subject()).isEqualTo("group web");
                    assertThat(finding.message()).contains("closes its accounts", "opens them again");
                });
        source.version = "8.0.22";
        assertThat(found("{ name: web, databases: [shop], accounts: ['app@%'] }"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("closes its databases", "READ ONLY"));
    }

    @Test
    void warnsWhereNoEventWouldOpenTheSourceAgain() {
        source.with("event_scheduler", "OFF");

        new Said(found("{ name: web, databases: [shop], accounts: ['app@%'] }"))
                .warns("FM1052", "group web", "until migrate resume", "SET GLOBAL event_scheduler = ON");
    }

    @Test
    void blocksAGroupWithoutAccounts() {
        new Said(blocking("{ name: web, databases: [shop] }"))
                .blocks("FM1052", "group web", "names no account", "FM1310");
    }

    @Test
    void blocksAGroupThatWouldLockUsOut() {
        new Said(blocking("{ name: web, databases: [shop], accounts: ['app@%', 'migrate@%'] }"))
                .blocks("FM1052", "group web", "migrate@%", "Take it out");
        new Said(blocking("{ name: web, databases: [shop], accounts: ['repl@10.%'] }"))
                .blocks("FM1052", "group web", "repl@10.%", "Take it out");
    }

    @Test
    void blocksWithoutThePrivilegesItTakes() {
        source.privileges = Set.of("SELECT", "CREATE USER");
        new Said(blocking("{ name: web, databases: [shop], accounts: ['app@%'] }"))
                .blocks("FM1052", "source account migrate", "lacks LOCK TABLES on", "GRANT LOCK TABLES ON *.*");
        source.version = "9.7.4";
        new Said(blocking("{ name: web, databases: [shop], accounts: ['app@%'] }"))
                .blocks("FM1052", "source account migrate", "LOCK TABLES, ALTER");
    }

    private List<Finding> blocking(String group) {
        return found(group).stream().filter(Finding::blocks).toList();
    }

    private List<Finding> found(String group) {
        return new GroupFenceCheck()
                .findings(Inventories.planWith("cutover:\n  way_back: none\n  groups:\n    - " + group), source.seen());
    }
}
