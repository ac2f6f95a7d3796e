package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeartbeatDatabaseTest {

    @Test
    void everyOneHasANameOfItsOwnThatIsKnownAsOurs() {
        String one = HeartbeatDatabase.newName("shop");
        String other = HeartbeatDatabase.newName("shop");

        assertThat(one).isNotEqualTo(other);
        assertThat(one.substring(0, 26)).isEqualTo(other.substring(0, 26));
        assertThat(HeartbeatDatabase.newName("bank").substring(0, 26)).isNotEqualTo(one.substring(0, 26));
        assertThat(one).hasSizeLessThanOrEqualTo(64).matches(HeartbeatDatabase::isOne);
    }

    @Test
    void aDatabaseOfSomebodyElseIsNone() {
        assertThat(HeartbeatDatabase.isOne("migrate_heartbeat")).isFalse();
        assertThat(HeartbeatDatabase.isOne("migrate_heartbeat_0badcafe_0badcafe_old"))
                .isFalse();
        assertThat(HeartbeatDatabase.isOne("shop")).isFalse();
    }
}
