package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.binlog.BinlogChanges;
import io.flexmigrate.mysql.binlog.ChangedRows;
import io.flexmigrate.mysql.binlog.WrittenStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the target's binlog says was written there by others than the link: what the link brings keeps the source's server id.
 *
 * <p>For one thread that writes and others that read.
 */
final class ForeignWrites implements BinlogChanges {

    private static final int MOST_STATEMENTS = 20;

    private final Predicate<String> moving;
    private final long sourceId;
    private final Consumer<ChangedRows> marks;
    private final Map<String, Written> rows = new TreeMap<>();
    private final List<String> statements = new ArrayList<>();

    /** How many rows of a table, and where the first of them stands. */
    private record Written(long rows, BinlogCoordinates first) {

        Written and(Written more) {
            return new Written(rows + more.rows, first);
        }
    }

    /**
     * @param moving which databases move
     * @param sourceId the source's server id
     * @param marks who is told of each
     */
    ForeignWrites(Predicate<String> moving, long sourceId, Consumer<ChangedRows> marks) {
        this.moving = moving;
        this.sourceId = sourceId;
        this.marks = marks;
    }

    @Override
    public void rows(ChangedRows changed) {
        if (changed.serverId() == sourceId || !moving.test(changed.table().database())) {
            return;
        }
        synchronized (this) {
            rows.merge(changed.table().toString(), new Written(changed.rows(), changed.upTo()), Written::and);
        }
        marks.accept(changed);
    }

    @Override
    public synchronized void statement(WrittenStatement statement) {
        boolean isOurs = statement.serverId() == sourceId
                || !moving.test(statement.database())
                || new StatementReach(statement).isHarmless();
        if (!isOurs && statements.size() < MOST_STATEMENTS) {
            statements.add(firstWords(statement.text()) + " in " + statement.database() + ", before " + statement.upTo()
                    + " of the target's binlog");
        }
    }

    /** No more than these, because a statement may hold anything. */
    private static String firstWords(String text) {
        String[] words = text.strip().split("\\s+", 3);
        return (words.length > 1 ? words[0] + " " + words[1] : words[0]).toUpperCase(Locale.ROOT);
    }

    @Override
    public void unknown(String what, BinlogCoordinates upTo) {
        // because nobody can say whose it is
    }

    /** A line for each table and statement; empty when nobody else wrote. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        rows.forEach((table, written) -> lines.add(table + ": " + written.rows() + " row(s), the first before "
                + written.first() + " of the target's binlog"));
        lines.addAll(statements);
        return lines;
    }
}
