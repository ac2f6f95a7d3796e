package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSizeCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstLargerPages() {
        source.with("innodb_page_size", "4096");
        target.with("innodb_page_size", "16384");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfSmallerPages() {
        source.with("innodb_page_size", "32768");
        target.with("innodb_page_size", "16384");

        said().warns("FM1414", "target innodb_page_size", "32768 on the source and 16384", "octets > 8192;");
    }

    private Said said() {
        return new Said(
                new PageSizeCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
