package io.flexmigrate.stage.evidence;

import io.flexmigrate.engine.Claim;
import io.flexmigrate.engine.Testimony;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Gtids;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.WriteProtection;
import java.util.ArrayList;
import java.util.List;

/** What a testimony says of the servers, asked again; changes nothing. */
public record ServerClaims(MySqlServer source, MySqlServer target) {

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

    private static List<Claim> stillness(Session session, Testimony testimony) {
        Dialect dialect = ClosingLook.dialect(session);
        Binlog binlog = new Binlog(session, dialect);
        return List.of(
                closed(new WriteProtection(session, dialect).state()),
                afterFence(binlog, testimony.fence().coordinates()),
                transactions(binlog, testimony.fence().gtidSet()));
    }

    private static Claim closed(WriteProtection.State state) {
        String what = "the source is closed to writes";
        return state.superReadOnly()
                ? Claim.holds(what, "super_read_only is ON")
                : Claim.fails(what, "super_read_only is OFF");
    }

    private static Claim afterFence(Binlog binlog, BinlogCoordinates fence) {
        String what = "the source wrote nothing after the fence";
        List<String> changes = binlog.changesSince(fence);
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

    private static Claim transactions(Binlog binlog, String then) {
        String what = "the source executed no transaction since";
        return then.isEmpty()
                ? Claim.untold(what, "it had no GTIDs")
                : Claim.same(what, then, binlog.executedGtids().text());
    }

    private static String words(MySqlException unreachable) {
        return String.valueOf(unreachable.getMessage());
    }
}
