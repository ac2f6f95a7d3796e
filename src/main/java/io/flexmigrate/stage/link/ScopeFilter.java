package io.flexmigrate.stage.link;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.ReplicationFilters;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import io.flexmigrate.stage.assess.WildPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Has a plain target leave out what the plan leaves out: the databases of the source that do not move; and statements about
 * accounts, where those are copied. On a flexible server
 * its owner sets the parameter, and ASSESS looks at it.
 */
public record ScopeFilter(Plan plan, MySqlServer source, Session target, Dialect dialect) {

    private static final Step STEP = Step.of("filter");
    private static final String BEFORE = "before";

    /**
     * Covers every statement about accounts, as on a flexible server: replicated ones would unlock copies too soon, and stop the
     * link where an account is made twice.
     */
    private static final String ACCOUNTS = "mysql.%";

    /** Sets the filter where it is needed and not set, also after the target forgot it; the link may run. */
    void require(Fact.Assessed assessed, ReplicationChannel channel, StageLog log) {
        List<String> wanted = patterns(assessed);
        if (wanted.isEmpty()) {
            return;
        }
        String now = current();
        TreeSet<String> all = new TreeSet<>(split(now));
        if (all.addAll(wanted)) {
            log.intend(STEP, Map.of(BEFORE, before(log).orElse(now)));
            if (new Replica(target, dialect).status().isPresent()) {
                channel.stop();
            }
            new ReplicationFilters(target, dialect).ignore(List.copyOf(all));
            log.reach(STEP, Map.of("ignored", String.join(",", all)));
        }
    }

    /** The filter before this run set one; empty when it set none. */
    public static Optional<String> before(StageLog ofLink) {
        return ofLink.details(STEP).map(details -> details.getOrDefault(BEFORE, ""));
    }

    /** Puts a filter back to what it was; the link must be gone or stopped. */
    public static void restore(Session target, Dialect dialect, String before) {
        new ReplicationFilters(target, dialect).ignore(split(before));
    }

    private List<String> patterns(Fact.Assessed assessed) {
        if (plan.target().kind() != TargetKind.MYSQL) {
            return List.of();
        }
        List<String> patterns = new ArrayList<>(leftOut(assessed));
        if (plan.accounts().copy()) {
            patterns.add(ACCOUNTS);
        }
        return patterns;
    }

    private List<String> leftOut(Fact.Assessed assessed) {
        if (plan.scope().isAll()) {
            return List.of();
        }
        return source.with(session -> new Databases(session).names()).stream()
                .filter(database -> !assessed.databases().contains(database))
                .map(WildPattern::ofDatabase)
                .map(WildPattern::text)
                .toList();
    }

    private String current() {
        return new ReplicationFilters(target, dialect)
                .set()
                .orElse(Map.of())
                .getOrDefault(ReplicationFilters.WILD_IGNORE_TABLE, "");
    }

    private static List<String> split(String filter) {
        return Arrays.stream(filter.split(",", -1))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }
}
