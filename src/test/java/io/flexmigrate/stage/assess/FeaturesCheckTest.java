package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesCheckTest {

    @Test
    void hasNothingAgainstWhatThisVersionDoes() {
        assertThat(said(Inventories.plan()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scope.exclude_tables | cutover: { way_back: none }\\nscope: { exclude_tables: [shop.a] }  | no exclude_tables
            verify.mode          | cutover: { way_back: none }\\nverify: { mode: none }               | mode: full
            """)
    void blocksWhatIsNotThereYet(String field, String sections, String instead) {
        said(Inventories.planWith(sections.replace("\\n", "\n")))
                .blocks("FM1050", field, "does not offer", "Write into the plan: " + instead);
    }

    @Test
    void hasNothingAgainstASecondGroup() {
        assertThat(said(Inventories.planWith("""
                        scope: { databases: [shop, billing] }
                        cutover:
                          way_back: none
                          groups:
                            - { name: one, databases: [shop] }
                            - { name: two, databases: [billing] }
                        """)).findings()).isEmpty();
    }

    private static Said said(Plan plan) {
        return new Said(new FeaturesCheck().findings(plan, plan));
    }
}
