package io.flexmigrate.stage.wayback;

import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.ChannelTls;
import io.flexmigrate.mysql.Encryption;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.NamedChannel;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;

/** A session on each side of a way back, what the two servers say of themselves, and the source's channel. */
record BackEnds(
        Plan plan,
        MySqlServer targetServer,
        Session source,
        Session target,
        ServerInventory ofSource,
        ServerInventory ofTarget,
        NamedChannel channel)
        implements AutoCloseable {

    /** Of the source's channel; a server of 5.7 may have the nameless one only. */
    static final String CHANNEL = "migrate_way_back";

    static BackEnds open(Plan plan, MySqlServer source, MySqlServer target) {
        Session sourceSession = source.open();
        try {
            Session targetSession = target.open();
            ServerInventory ofSource = ServerInventory.read(sourceSession);
            return new BackEnds(
                    plan,
                    target,
                    sourceSession,
                    targetSession,
                    ofSource,
                    ServerInventory.read(targetSession),
                    NamedChannel.where(sourceSession, ofSource, CHANNEL));
        } catch (RuntimeException failure) {
            sourceSession.close();
            throw failure;
        }
    }

    /** Encrypted where we are, too. */
    ChannelTls tls() {
        return new ChannelTls(
                Encryption.isOn(target), plan.target().replication().ca().orElse(""));
    }

    /** What the target writes. */
    Binlog targetBinlog() {
        return new Binlog(target, ofTarget.dialect());
    }

    /** What the source writes. */
    Binlog sourceBinlog() {
        return new Binlog(source, ofSource.dialect());
    }

    WayBackLogin login() {
        return new WayBackLogin(
                plan.target().replication(), targetServer, ofTarget.version(), ofSource.version(), tls().on());
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
