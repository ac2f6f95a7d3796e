package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreparedXaCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstASourceWithoutPreparedTransactions() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksPreparedTransactions() {
        source.preparedTransactions = 2;

        said().blocks("FM1018", "source XA transactions", "2 XA transaction(s)", "XA RECOVER");
    }

    private Said said() {
        return new Said(new PreparedXaCheck().findings(Inventories.plan(), source.seen()));
    }
}
