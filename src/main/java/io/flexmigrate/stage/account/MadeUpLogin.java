package io.flexmigrate.stage.account;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.OwnAccount;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Upstream;
import io.flexmigrate.plan.Plan;
import java.util.Map;

/**
 * An account that we make, with a password that is made up anew whenever somebody needs it, told to the target and forgotten:
 * so there is nothing to keep, and after a crash it is just made up again.
 */
record MadeUpLogin(Plan.Replication place, MySqlServer source) implements ReplicationLogin {

    /** ER_CANNOT_USER: there is no such account. */
    private static final int CANNOT_USER = 1396;

    @Override
    public Upstream upstream() {
        Secret password = MadeUpPassword.next();
        Upstream upstream = new GivenLogin(place, password).upstream();
        try (Session session = source.open()) {
            account(session).renew(password);
            return upstream;
        } catch (MySqlException refused) {
            if (refused.errorNumber() != CANNOT_USER) {
                throw refused;
            }
            throw gone();
        }
    }

    private StageFailedException gone() {
        return new StageFailedException(
                "The replication account " + name() + ", which this run made, is not on the source any more.",
                "Make it again, with any password: CREATE USER " + name().quoted()
                        + " IDENTIFIED BY '<password>'; GRANT"
                        + " REPLICATION SLAVE ON *.* TO " + name().quoted()
                        + "; the run gives it another password and, if the"
                        + " link needs one, another plugin.");
    }

    @Override
    public void create(StageLog log) {
        try (Session session = source.open()) {
            OwnAccount account = account(session);
            if (!isMade(log)) {
                requireFree(account);
                log.intend(AccountSteps.CREATE, AccountSteps.details(name().quoted()));
            }
            account.create(MadeUpPassword.next());
            log.reach(AccountSteps.CREATE, Map.of());
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            throw new StageFailedException(
                    "The replication account could not be made. " + refused.getMessage() + ".",
                    "Let our account on the source make it: GRANT CREATE USER, REPLICATION SLAVE ON *.* TO ... WITH GRANT"
                            + " OPTION. Or make it yourself and set source.replication.create to false.");
        }
    }

    private void requireFree(OwnAccount account) {
        if (account.isTaken()) {
            throw new StageFailedException(
                    "The source has an account " + place.user() + " already, and this run did not make it.",
                    "Choose another source.replication.user; or, when nobody needs it, DROP USER it on the source.");
        }
    }

    @Override
    public void drop(StageLog log) {
        if (AccountSteps.areDropped(log.past())) {
            return;
        }
        log.intend(AccountSteps.DROP, AccountSteps.details(name().quoted()));
        try (Session session = source.open()) {
            account(session).drop();
        }
        log.reach(AccountSteps.DROP, Map.of());
    }

    @Override
    public boolean isMade(StageLog log) {
        return AccountSteps.made(log.past()).isPresent();
    }

    private AccountName name() {
        return new AccountName(place.user(), "%");
    }

    private OwnAccount account(Session session) {
        return new OwnAccount(
                session,
                ServerInventory.read(session).dialect(),
                name(),
                place.ca().isPresent());
    }
}
