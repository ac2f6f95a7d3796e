package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefinerMapCheckTest {

    private static final Set<String> MAY = Set.of("SELECT", "SET_USER_ID");

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAPlanWithoutDefinersAndOneWhoseObjectsBecomeOurs() {
        assertThat(said("").findings()).isEmpty();
        assertThat(said("definers: { 'old@%': 'admin1@%' }").findings()).isEmpty();
    }

    @Test
    void blocksDefinersThatWeMayNotMakeObjectsFor() {
        target.privileges = Set.of("SELECT");

        said("definers: { 'old@%': 'new@%' }")
                .blocks("FM1450", "target account admin1", "may not make objects for [new@%]", "SET_USER_ID");
    }

    @Test
    void warnsOfADefinerWhoWillNotBeThere() {
        target.privileges = MAY;

        said("definers: { 'old@%': 'new@%' }")
                .warns("FM1451", "definers new@%", "no such account", "CREATE USER 'new'@'%'");
    }

    @Test
    void hasNothingAgainstOneWhoIsThereOrIsCopied() {
        target.privileges = MAY;
        target.accounts = Set.of(new AccountName("new", "%"));
        source.accounts = List.of(AccountSample.of("old@%").build());

        assertThat(said("definers: { 'old@%': 'new@%', 'ghost@%': 'old@%' }\naccounts: { copy: true }")
                        .findings())
                .isEmpty();
    }

    private Said said(String sections) {
        Plan plan = Inventories.planWith("cutover: { way_back: none }\n" + sections);
        return new Said(new DefinerMapCheck().findings(plan, new BothServers(source.seen(), target.seen())));
    }
}
