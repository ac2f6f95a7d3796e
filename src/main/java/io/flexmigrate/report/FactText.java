package io.flexmigrate.report;

import static io.flexmigrate.report.Amounts.bytes;
import static io.flexmigrate.report.Amounts.count;
import static io.flexmigrate.report.Amounts.duration;

import io.flexmigrate.model.ClientView;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.GtidSet;
import java.util.stream.Collectors;

/** What a stage left, as one phrase. */
final class FactText {

    private FactText() {}

    static String of(Fact fact) {
        if (fact instanceof Fact.Assessed assessed) {
            return "source " + assessed.sourceVersion() + ", target " + assessed.targetVersion() + ", "
                    + count(assessed.tables().size(), "table") + ", "
                    + count(assessed.findings().size(), "finding");
        }
        if (fact instanceof Fact.Prepared prepared) {
            return count(prepared.previousSettings().size(), "setting") + " changed";
        }
        if (fact instanceof Fact.Dumped dumped) {
            return bytes(dumped.bytes()) + " at " + dumped.coordinates() + gtids(dumped.gtidSet())
                    + ", source locked for " + duration(dumped.locked());
        }
        if (fact instanceof Fact.Loaded loaded) {
            long rows =
                    loaded.rows().values().stream().mapToLong(Long::longValue).sum();
            return count(rows, "row") + " in " + count(loaded.rows().size(), "table") + ", "
                    + count(loaded.objects().size(), "object");
        }
        if (fact instanceof Fact.AccountsReady ready) {
            return count(ready.accounts().size(), "account");
        }
        return ofLaterStage(fact);
    }

    private static String ofLaterStage(Fact fact) {
        if (fact instanceof Fact.Linked linked) {
            return "from " + linked.start();
        }
        if (fact instanceof Fact.CaughtUp caughtUp) {
            return "at " + caughtUp.coordinates() + ", lag " + duration(caughtUp.lag());
        }
        if (fact instanceof Fact.Verified verified) {
            return count(verified.equal().size(), "table") + " equal, "
                    + verified.moving().size() + " moving; changes are followed in the binlog";
        }
        if (fact instanceof Fact.CutOver cutOver) {
            return cutOver.moves().stream().map(FactText::move).collect(Collectors.joining("; "));
        }
        if (fact instanceof Fact.Finished finished) {
            return count(finished.enabledEvents().size(), "event") + " enabled";
        }
        throw new IllegalArgumentException("an unknown kind of fact: " + fact.getClass());
    }

    private static String move(Fact.Move move) {
        return move.group() + ": fence at " + move.fence() + ", write pause " + duration(move.pause()) + " (predicted "
                + duration(move.predicted()) + "), " + count(move.tablesEqual(), "table") + " equal"
                + move.seen().map(FactText::seen).orElse("");
    }

    private static String seen(ClientView view) {
        return ", " + ClientWords.of(view);
    }

    private static String gtids(GtidSet gtidSet) {
        return gtidSet.isEmpty() ? "" : " (" + gtidSet + ")";
    }
}
