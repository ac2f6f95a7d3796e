package io.flexmigrate.stage.wayback;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.OwnAccount;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Upstream;
import io.flexmigrate.plan.WayIn;
import io.flexmigrate.stage.account.MadeUpPassword;
import java.util.Map;

/**
 * The account on the target by which the source logs in; its password is made up anew whenever the source is pointed at the
 * target, and forgotten. What is done about it has sessions of its own, because it is kept out of the binlog.
 */
record WayBackLogin(
        WayIn place, MySqlServer target, ServerVersion targetVersion, ServerVersion sourceVersion, boolean overTls) {

    void require(WayBackRecord record, StageLog log) {
        boolean taken = target.with(session -> account(session).isTaken());
        if (taken && !record.hasAccount()) {
            throw new StageFailedException(
                    "The target has an account " + place.user() + " already, and this run did not make it.",
                    "Choose another target.replication.user; or, when nobody needs it, DROP USER it on the target.");
        }
        if (!taken) {
            log.intend(WayBackRecord.ACCOUNT, Map.of("account", name().quoted()));
            try (Session session = target.open()) {
                account(session).create(MadeUpPassword.next());
            }
            log.reach(WayBackRecord.ACCOUNT, Map.of());
        }
    }

    /** All that the source must be told to log in now. */
    Upstream upstream() {
        Secret password = MadeUpPassword.next();
        try (Session session = target.open()) {
            account(session).renew(password);
        }
        return new Upstream(place.host(), place.port(), place.user(), password, "");
    }

    void drop() {
        try (Session session = target.open()) {
            account(session).drop();
        }
    }

    AccountName name() {
        return new AccountName(place.user(), "%");
    }

    /** By a plugin that both know: a 5.7 learned {@code caching_sha2_password} with 5.7.23 only, and 8.4 ends the older one. */
    private OwnAccount account(Session session) {
        boolean older = sourceVersion.compareTo(targetVersion) < 0;
        return new OwnAccount(session, new Dialect(older ? sourceVersion : targetVersion), name(), overTls);
    }
}
