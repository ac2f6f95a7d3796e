package io.flexmigrate.stage.assess;

import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.BinlogRetention;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.GroupFinder;
import io.flexmigrate.planning.GroupProposal;
import io.flexmigrate.planning.Reference;
import io.flexmigrate.planning.WriteGrant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a plan that is to be written needs to know of the source.
 *
 * @param databases those that would move, with their tables
 * @param others the databases that would not move
 * @param groups the smallest groups that can cut over one after the other, as far as could be seen
 * @param binlogRetention how long it keeps its binlogs; zero for ever, empty when that could not be read
 * @param unread what could not be read, and why; a sentence each
 */
public record SourceSurvey(
        ServerFace server,
        List<DatabaseSize> databases,
        List<String> others,
        GroupProposal groups,
        Optional<Duration> binlogRetention,
        List<String> unread) {

    public SourceSurvey {
        databases = List.copyOf(databases);
        others = List.copyOf(others);
        unread = List.copyOf(unread);
    }

    /** A database and its size as the server estimates it. */
    public record DatabaseSize(String name, int tables, long bytes) {}

    /**
     * Reads the source; changes nothing.
     *
     * @param plan says which databases would move; it needs no groups
     * @throws MySqlException when the server says nothing of itself
     */
    public static SourceSurvey read(Plan plan, Session session) {
        SourceInventory source = new SourceReader(plan, session).read();
        List<String> unread = new ArrayList<>();
        SourceTies ties = new SourceTies(plan, source);
        List<Reference> references = orEmpty(ties::references, "what databases name in each other", unread);
        List<WriteGrant> grants = orEmpty(ties::grants, "who may write", unread);
        List<String> scope = orEmpty(source::scope, "the databases", unread);
        Set<String> names = Set.copyOf(scope);
        List<String> all = orEmpty(source::databases, "the databases", unread);
        return new SourceSurvey(
                ServerFace.of(source.server(), session),
                sizes(scope, orEmpty(source::tables, "the tables", unread)),
                all.stream().filter(database -> !names.contains(database)).toList(),
                GroupFinder.find(scope, references, grants),
                retention(session, source, unread),
                unread.stream().distinct().toList());
    }

    private static <T> List<T> orEmpty(Supplier<List<T>> reading, String what, List<String> unread) {
        try {
            return reading.get();
        } catch (UnreadException missing) {
            unread.add("Not read: " + what + ": " + missing.reason());
            return List.of();
        }
    }

    private static List<DatabaseSize> sizes(List<String> databases, List<TableSize> tables) {
        Map<String, DatabaseSize> sizes = new TreeMap<>();
        databases.forEach(database -> sizes.put(database, new DatabaseSize(database, 0, 0)));
        tables.forEach(table -> sizes.computeIfPresent(
                table.name().database(),
                (name, size) -> new DatabaseSize(name, size.tables() + 1, size.bytes() + table.bytes())));
        return List.copyOf(sizes.values());
    }

    private static Optional<Duration> retention(Session session, SourceInventory source, List<String> unread) {
        try {
            BinlogRetention kept = BinlogRetention.read(session, source.server().dialect());
            return Optional.of(kept.unit().multipliedBy(kept.value()));
        } catch (MySqlException refused) {
            unread.add("Not read: how long binlogs are kept: " + refused.getMessage());
            return Optional.empty();
        }
    }
}
