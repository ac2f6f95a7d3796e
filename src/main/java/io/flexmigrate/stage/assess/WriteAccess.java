package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.stage.assess.WriteWay.Reach;
import java.util.List;

/**
 * An account may write to a database.
 *
 * @param ways each grant by which it may, the most telling first; at least one
 */
record WriteAccess(AccountName account, String database, List<WriteWay> ways) {

    WriteAccess {
        ways = ways.stream().sorted(WriteWay.MOST_TELLING_FIRST).toList();
    }

    /** Whether it may because it, or a role of it, may write to everything. */
    boolean everywhere() {
        return ways.stream().anyMatch(way -> way.reach() == Reach.EVERYWHERE);
    }

    /** Whether nothing but such a grant lets it. */
    boolean onlyEverywhere() {
        return ways.stream().allMatch(way -> way.reach() == Reach.EVERYWHERE);
    }
}
