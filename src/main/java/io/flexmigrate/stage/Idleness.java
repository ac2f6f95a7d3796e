package io.flexmigrate.stage;

import io.flexmigrate.mysql.Clients;

/** Tells a tool that hangs from one that is slow: it writes nothing, and none of its sessions is at a statement. */
public final class Idleness {

    /** As many looks in a row make a hang. */
    private static final int LOOKS = 4;

    private final Clients clients;
    private long lastBytes = -1;
    private int looks;

    /** @param clients on a session that is older than the tool's */
    public Idleness(Clients clients) {
        this.clients = clients;
    }

    /**
     * Takes a look.
     *
     * @param bytes what the tool has written so far; always the same when that is not known
     * @return whether the tool has been idle at the last looks
     */
    public boolean isHang(long bytes) {
        boolean works = bytes != lastBytes || clients.youngerStatementsOfOurs() > 0;
        lastBytes = bytes;
        looks = works ? 0 : looks + 1;
        return looks >= LOOKS;
    }
}
