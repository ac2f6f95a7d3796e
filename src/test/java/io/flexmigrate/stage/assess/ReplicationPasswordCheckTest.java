package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Secret;
import io.flexmigrate.stage.Logins;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicationPasswordCheckTest {

    private static final Secret OTHER = new Secret("o".repeat(64));

    @Test
    void hasNothingAgainstTheLongestThatFits() {
        assertThat(findings("p".repeat(32))).isEmpty();
    }

    @Test
    void blocksALongerOneWithoutSayingIt() {
        String password = "p".repeat(33);

        new Said(findings(password))
                .blocks("FM1025", "replication account repl", "32 characters", "shorter password", "ALTER USER");
        assertThat(findings(password).toString()).doesNotContain(password);
    }

    private static List<Finding> findings(String password) {
        return new ReplicationPasswordCheck()
                .findings(Inventories.plan(), new Logins(OTHER, OTHER, new Secret(password)));
    }
}
