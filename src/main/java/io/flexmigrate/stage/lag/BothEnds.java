package io.flexmigrate.stage.lag;

import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;

/** A session on each side. */
record BothEnds(Session source, Session target) implements AutoCloseable {

    static BothEnds open(MySqlServer source, MySqlServer target) {
        Session sourceSession = source.open();
        try {
            return new BothEnds(sourceSession, target.open());
        } catch (RuntimeException failure) {
            sourceSession.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
