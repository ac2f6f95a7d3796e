package io.flexmigrate.stage.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.AccountName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountLedgerTest {

    private static final AccountName APP = new AccountName("app", "%");
    private static final AccountName IDLE = new AccountName("idle", "%");

    private final List<Event> events = new ArrayList<>();

    @Test
    void knowsWhatWasAboutToBeMadeAsOursAndNotAsCertain() {
        intend(AccountLedger.CREATE, Map.of("app@%", "open", "idle@%", "locked"));

        assertThat(ledger().ours()).containsOnlyKeys(APP, IDLE);
        assertThat(ledger().certain()).isEmpty();
        reach(AccountLedger.CREATE, Map.of());
        assertThat(ledger().certain()).containsExactlyInAnyOrder(APP, IDLE);
    }

    @Test
    void opensWhatWasNotLockedOnTheSource() {
        intend(AccountLedger.CREATE, Map.of("app@%", "open", "idle@%", "locked"));

        assertThat(ledger().toOpen()).containsExactly(APP);
    }

    @Test
    void followsLocksOnTheSourceOfOursOnly() {
        intend(AccountLedger.CREATE, Map.of("app@%", "open", "idle@%", "locked"));
        events.add(new Event.Observed(
                StageName.ACCOUNTS,
                Instant.EPOCH,
                AccountLedger.LOCKS,
                Map.of("app@%", "locked", "idle@%", "open", "other@%", "open")));

        assertThat(ledger().toOpen()).containsExactly(IDLE);
        assertThat(ledger().ours()).doesNotContainKey(new AccountName("other", "%"));
    }

    @Test
    void forgetsWhatWasDroppedOrIsNotOurs() {
        intend(AccountLedger.CREATE, Map.of("app@%", "open", "idle@%", "locked"));
        reach(AccountLedger.CREATE, Map.of());
        reach(AccountLedger.DROP, Map.of("app@%", ""));
        reach(AccountLedger.DISOWN, Map.of("idle@%", ""));

        assertThat(ledger().ours()).isEmpty();
        assertThat(ledger().certain()).isEmpty();
    }

    private AccountLedger ledger() {
        return AccountLedger.of(events);
    }

    private void intend(Step step, Map<String, String> details) {
        events.add(new Event.Intended(StageName.ACCOUNTS, Instant.EPOCH, step, details));
    }

    private void reach(Step step, Map<String, String> details) {
        events.add(new Event.Reached(StageName.ACCOUNTS, Instant.EPOCH, step, details));
    }
}
