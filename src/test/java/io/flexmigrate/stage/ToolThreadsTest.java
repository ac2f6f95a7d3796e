package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolThreadsTest {

    @Test
    void areAsManyAsThePlanSays() {
        assertThat(ToolThreads.of(1)).isEqualTo(1);
        assertThat(ToolThreads.of(40)).isEqualTo(40);
    }

    @Test
    void goByTheCoresWhereThePlanSaysNothing() {
        assertThat(ToolThreads.of(0)).isBetween(2, 16);
    }
}
