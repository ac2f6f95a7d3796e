package io.flexmigrate.stage.account;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Upstream;
import io.flexmigrate.plan.Plan;

/** How the target logs in to the source, as the plan wants it. */
public interface ReplicationLogin {

    /** Where the target finds the source. */
    Plan.Replication place();

    /**
     * All that the target must be told to log in now; to be asked for each time that the target is pointed at the source, and
     * at no other time, because an account of ours gets a new password by it.
     *
     * @throws io.flexmigrate.engine.StageFailedException when the account is gone, or the certificates cannot be read
     */
    Upstream upstream();

    /**
     * Makes an account of ours, unless it is there.
     *
     * @throws io.flexmigrate.engine.StageFailedException when the name is taken, or the source refuses
     */
    void create(StageLog log);

    /**
     * Drops an account of ours; to be called when no link uses it any more.
     *
     * @throws io.flexmigrate.mysql.MySqlException when the source refuses, as it does while it is read-only
     */
    void drop(StageLog log);

    /** Whether this log says that we made the account and does not say that it was dropped since. */
    boolean isMade(StageLog log);

    /**
     * The login a plan describes.
     *
     * @param given the password of an account that is there already
     */
    static ReplicationLogin of(Plan plan, Secret given, MySqlServer source) {
        return plan.source().replication().create()
                ? new MadeUpLogin(plan.source().replication(), source)
                : new GivenLogin(plan.source().replication(), given);
    }
}
