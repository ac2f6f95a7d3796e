package io.flexmigrate.stage.evidence;

import io.flexmigrate.engine.Claim;
import io.flexmigrate.engine.Testimony;
import io.flexmigrate.engine.Testimony.Moved;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Gtids;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a testimony says of the servers, asked again; changes nothing. */
public record ServerClaims(MySqlServer source, MySqlServer target, ClosedGroups closed) {

    /** One for each thing it says of them. */
    public List<Claim> of(Testimony testimony) {
        List<Claim> claims = new ArrayList<>();
        try (Session session = source.open()) {
            claims.addAll(identity("source", session, testimony.source()));
            claims.addAll(stillness(session, testimony));
        } catch (MySqlException unreachable) {
            claims.add(Claim.untold("the source is the same and still closed", words(unreachable)));
        }
        try (Session session = target.open()) {
            claims.addAll(identity("target", session, testimony.target()));
        } catch (MySqlException unreachable) {
            claims.add(Claim.untold("the target is the same server", words(unreachable)));
        }
        return claims;
    }

    private static List<Claim> identity(String role, Session session, Testimony.Side then) {
        String what = "the " + role + " is the same server";
        Claim same = then.uuid().isEmpty()
                ? Claim.untold(what, "its server_uuid was not written down")
                : Claim.same(what, then.uuid(), new Gtids(session).serverUuid());
        return List.of(same, version(role, ClosingLook.version(session), then.version()));
    }

    /** A server is raised to a newer version when its time comes, and is the same all the same. */
    private static Claim version(String role, String now, String then) {
        String what = "the " + role + " has the version of then, or a newer one";
        boolean older = ServerVersion.parse(now).compareTo(ServerVersion.parse(then)) < 0;
        String words = now.equals(then) ? now : "was " + then + ", is " + now;
        return older ? Claim.fails(what, words) : Claim.holds(what, words);
    }

    private List<Claim> stillness(Session session, Testimony testimony) {
        Dialect dialect = ClosingLook.dialect(session);
        Binlog binlog = new Binlog(session, dialect);
        SourceWrites writes = new SourceWrites(binlog, Set.copyOf(testimony.wayBackServers()));
        List<Claim> claims = new ArrayList<>();
        claims.add(closed(closed.open(testimony.groups(), session, dialect)));
        testimony.groups().forEach(moved -> claims.add(afterFence(moved, writes)));
        claims.add(transactions(binlog, testimony));
        return claims;
    }

    private static Claim closed(List<String> open) {
        String what = "the source is closed to writes";
        return open.isEmpty()
                ? Claim.holds(what, "what was closed is closed")
                : Claim.fails(what, "open again: group " + String.join(", ", open));
    }

    private static Claim afterFence(Moved moved, SourceWrites writes) {
        BinlogCoordinates fence = moved.fence();
        Binlog binlog = writes.binlog();
        String what = "the source wrote nothing of group " + moved.group() + " after the fence";
        List<String> changes = writes.after(fence, moved.databases());
        boolean there = binlog.has(fence);
        List<String> written = there
                ? changes
                : changes.stream()
                        .filter(change -> !change.startsWith(fence.file() + " is"))
                        .toList();
        if (!written.isEmpty()) {
            return Claim.fails(what, "its binlog has since " + fence + ": " + String.join(", ", written));
        }
        return there
                ? Claim.holds(what, "its binlog has no change from " + fence + " on")
                : Claim.untold(what, "its binlog does not reach back to " + fence + " any more");
    }

    private static Claim transactions(Binlog binlog, Testimony testimony) {
        String what = "the source executed no transaction since";
        String then = testimony.fence().gtidSet();
        if (!testimony.wayBackServers().isEmpty()) {
            return Claim.untold(what, "it follows the target by the way back");
        }
        return then.isEmpty()
                ? Claim.untold(what, "it had no GTIDs")
                : Claim.same(what, then, binlog.executedGtids().text());
    }

    private static String words(MySqlException unreachable) {
        return String.valueOf(unreachable.getMessage());
    }
}
