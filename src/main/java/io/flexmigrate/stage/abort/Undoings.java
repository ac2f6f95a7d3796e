package io.flexmigrate.stage.abort;

import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Workspace;
import io.flexmigrate.stage.account.ReplicationLogin;
import io.flexmigrate.stage.wayback.WayBack;
import java.util.ArrayList;
import java.util.List;

/**
 * What an abort undoes, in this order.
 *
 * @param sourceIsGone whether nothing is to be undone on the source, because it does not answer any more
 * @param dropsData whether the data goes too: the databases on the target, the accounts we made there, and the dump
 */
public record Undoings(
        Plan plan,
        MySqlServer source,
        MySqlServer target,
        Workspace workspace,
        ReplicationLogin login,
        WayBack wayBack,
        boolean sourceIsGone,
        boolean dropsData) {

    List<Undoing> all() {
        List<Undoing> all = new ArrayList<>();
        if (!sourceIsGone) {
            all.add(new WayBackUndoing(wayBack));
        }
        all.add(new LinkRemoval(plan, target));
        all.add(new HeartbeatRemoval(plan.name(), target));
        if (dropsData) {
            all.add(new DataRemoval(target, workspace));
            all.add(new AccountRemoval(target));
        }
        if (!sourceIsGone) {
            all.add(new HeartbeatRemoval(plan.name(), source));
            all.add(new LoginRemoval(login));
            all.add(new SettingsRestoration(source));
        }
        return all;
    }
}
