package io.flexmigrate.stage.probe;

import io.flexmigrate.engine.RunGuard;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Logins;
import io.flexmigrate.stage.Toolbox;
import io.flexmigrate.stage.Workspace;
import io.flexmigrate.stage.account.ReplicationLogin;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.Poll;

/**
 * What probes work with: all of it real, also in a dry run.
 *
 * @param workspace its dump is the slice
 * @param login how the target logs in to the source
 * @param guard taken before the first effect
 */
public record ProbeKit(
        Plan plan,
        Logins logins,
        MySqlServer source,
        MySqlServer target,
        Toolbox tools,
        Workspace workspace,
        ReplicationLogin login,
        RunGuard guard,
        Pause pause,
        Poll poll) {}
