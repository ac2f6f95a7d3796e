package io.flexmigrate.stage.fence;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Events;
import io.flexmigrate.mysql.WriteProtection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Standing GROUP = Standing.group(
            FenceKind.SCHEMAS,
            List.of(new AccountName("app", "%"), new AccountName("a, b", "10.0.%")),
            List.of("shop", "odd\nname"),
            List.of(new Events.Name("shop", "nightly")));

    @Test
    void isReadFromTheJournalAsItWasWritten() {
        assertThat(Standing.of(GROUP.details())).isEqualTo(GROUP);
        Standing server = Standing.server(new WriteProtection.State(true, false));
        assertThat(Standing.of(server.details())).isEqualTo(server);
    }

    @Test
    void isOfTheWholeServerInAJournalThatKnowsNoOtherFence() {
        Standing read = Standing.of(Map.of("read_only", "true", "super_read_only", "false", "group", "all"));

        assertThat(read).isEqualTo(Standing.server(new WriteProtection.State(true, false)));
    }

    @Test
    void tellsHowToOpenByHandWhatWasOpenAndNoMore() {
        assertThat(GROUP.byHand())
                .isEqualTo("SET SESSION sql_log_bin = 0; ALTER SCHEMA `shop` READ ONLY = 0;"
                        + " ALTER SCHEMA `odd\nname` READ ONLY = 0; ALTER USER 'app'@'%' ACCOUNT UNLOCK;"
                        + " ALTER USER 'a, b'@'10.0.%' ACCOUNT UNLOCK; ALTER EVENT `shop`.`nightly` ENABLE;");
        assertThat(Standing.server(new WriteProtection.State(false, false)).byHand())
                .contains("super_read_only = OFF");
    }
}
