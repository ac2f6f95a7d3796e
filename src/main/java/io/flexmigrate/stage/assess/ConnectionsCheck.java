package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.ToolThreads;
import java.util.List;
import java.util.stream.Stream;

/** FM1413: both servers have room for the connections of a run. */
final class ConnectionsCheck implements Check<BothServers> {

    /** What a run holds beside the threads of a tool or of VERIFY: locks, watchers, snapshots, the link and the tool's own. */
    private static final long BESIDE = 8;

    private static final Rule RULE = Rule.of(
            "FM1413",
            "Both servers have connections left for the run",
            "A server without one left answers with error 1040: the dump, the load or the verification ends there, and the application's"
                    + " clients are refused too.",
            "https://dev.mysql.com/doc/refman/8.0/en/too-many-connections.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Room source = new Room(
                "source",
                needed(plan, plan.dump().threads()),
                limit(seen.source().server().variables()),
                seen.source().part(OpenConnections.class).number(),
                "dump.threads");
        Room target = new Room(
                "target",
                needed(plan, plan.load().threads()),
                limit(seen.target().server().variables()),
                seen.target().part(OpenConnections.class).number(),
                "load.threads");
        return Stream.of(source, target)
                .filter(room -> room.limit() > 0 && room.left() < room.needed())
                .map(room -> finding(plan, room))
                .toList();
    }

    /** @param open connections there are already, of whomever */
    private record Room(String role, long needed, long limit, long open, String field) {
        long left() {
            return limit - open;
        }
    }

    private static long needed(Plan plan, int threads) {
        return Math.max(ToolThreads.of(threads), plan.verify().threads()) + BESIDE;
    }

    private static long limit(Variables variables) {
        long all = variables.number("max_connections");
        long ofUser = variables.number("max_user_connections");
        return ofUser > 0 ? Math.min(all, ofUser) : all;
    }

    private static Finding finding(Plan plan, Room room) {
        String subject = room.role() + " max_connections";
        String words = "The " + room.role() + " takes " + room.limit() + " connections and has " + room.open()
                + " open; a run needs about " + room.needed() + ".";
        String remedy = "Ask for fewer in the plan (" + room.field() + ", verify.threads), or raise it:\n"
                + raising(plan, room);
        return room.limit() < room.needed()
                ? RULE.blocker(subject, words, remedy)
                : RULE.warning(subject, words, remedy);
    }

    private static String raising(Plan plan, Room room) {
        long enough = room.open() + room.needed();
        return room.role().equals("source")
                ? "SET GLOBAL max_connections = " + enough + ";"
                : new AzureCommand(plan).set("max_connections", Long.toString(enough));
    }
}
