package io.flexmigrate.stage;

import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ReplicaStatus.ThreadError;

/** What the error numbers of replication mean, and what to do: nothing is ever skipped. */
public final class ReplicationErrors {

    private ReplicationErrors() {}

    /** The error that stops this replica, in words; empty text when there is none. */
    public static String words(ReplicaStatus status) {
        if (status.receiverError().isPresent()) {
            return "The receiver says error " + said(status.receiverError());
        }
        return status.applierError().isPresent() ? "The applier says error " + said(status.applierError()) : "";
    }

    private static String said(ThreadError error) {
        return error.number() + ": " + error.message();
    }

    /** What a person can do about it. */
    public static String remedy(ReplicaStatus status) {
        int number = status.receiverError().isPresent()
                ? status.receiverError().number()
                : status.applierError().number();
        return switch (number) {
            case 1236, 13114 ->
                "The source no longer has this binlog, or the coordinates are wrong: take a new dump; never skip.";
            case 1045 -> "Check source.replication.user and its password, and the hosts it may come from.";
            case 2061 -> "The replication account needs TLS: set source.replication.ca.";
            case 2026, 3159 -> "TLS fails: check that source.replication.ca signs the source's certificate.";
            case 2003, 2005, 2013 ->
                "The target cannot reach the source: check source.replication.host and the firewall between them.";
            case 1593 -> "Source and target have the same server_id or UUID, or different gtid_mode.";
            case 1062, 1032 ->
                "A row on the target is not what the source's binlog expects: somebody wrote there, or the load was"
                        + " incomplete. Find the row before anything else.";
            case 1146, 1049 -> "The target lacks a table or database of the source: load it, then start again.";
            default -> "Look it up in the server's manual; nothing is skipped automatically.";
        };
    }
}
