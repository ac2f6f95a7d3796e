package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunLocksTest {

    private static final int LONGEST = 64 - "migrate:".length();

    @Test
    void bearTheNameOfThePlan() {
        assertThat(RunLocks.lockName("shop")).isEqualTo("migrate:shop");
        assertThat(RunLocks.lockName("n".repeat(LONGEST))).isEqualTo("migrate:" + "n".repeat(LONGEST));
    }

    @Test
    void shortenANameThatMySqlWouldRefuseAndStillTellPlansApart() {
        String one = RunLocks.lockName("n".repeat(LONGEST + 1));
        String other = RunLocks.lockName("n".repeat(LONGEST) + "m");

        assertThat(one).startsWith("migrate:").hasSizeLessThanOrEqualTo(64).isNotEqualTo(other);
        assertThat(RunLocks.lockName("n".repeat(LONGEST + 1))).isEqualTo(one);
    }
}
