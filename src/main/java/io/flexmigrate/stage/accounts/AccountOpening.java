package io.flexmigrate.stage.accounts;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.AccountChanges;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Opens the copied accounts on the target when the writes move: all at once, and as often as need be. */
public record AccountOpening(MySqlServer target) {

    /** A session that waits to open the accounts, so that the pause holds one statement only. */
    public record Ready(List<AccountName> accounts, Optional<Session> session) implements AutoCloseable {

        public Ready {
            accounts = List.copyOf(accounts);
        }

        /** Lets them log in. */
        public void open(StageLog log) {
            if (session.isEmpty()) {
                return;
            }
            // because behind OPEN it is done again, whatever stands here
            log.hurrying().intend(AccountLedger.UNLOCK, Map.of("accounts", Integer.toString(accounts.size())));
            session.get().execute(AccountChanges.unlock(accounts));
            log.hurrying().reach(AccountLedger.UNLOCK, AccountLedger.names(accounts));
        }

        @Override
        public void close() {
            session.ifPresent(Session::close);
        }
    }

    /**
     * Logs in to the target, and finds out whom to open: those of ours that were not locked on the source.
     *
     * @param moves who goes with the writes that move now
     */
    public Ready ready(Predicate<AccountName> moves, StageLog log) {
        List<AccountName> accounts = log.hasReached(AccountLedger.UNLOCK)
                ? List.of()
                : AccountLedger.of(log).toOpen().stream().filter(moves).toList();
        return new Ready(accounts, accounts.isEmpty() ? Optional.empty() : Optional.of(target.open()));
    }
}
