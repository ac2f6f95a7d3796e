package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Rendering;
import io.flexmigrate.mysql.RowBag;
import io.flexmigrate.mysql.RowValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the rows that make a table without a key differ: how many there are of each, first by groups of hashes.
 *
 * @param limit after so many rows no more are looked for
 */
record KeylessSearch(TablePair pair, TableName table, List<Rendering> columns, TargetWait patience, int limit) {

    /** So many rows may be looked at in one reading of the table. */
    private static final long MANY_ROWS = 20_000;

    RowSearch.Found found() {
        List<RowDifference> found = new ArrayList<>();
        Map<String, String> source = pair.sourceBag(table, columns).groups();
        patience.await();
        Map<String, String> target = pair.targetBag(table, columns).groups();
        boolean moving = false;
        for (List<String> groups : batches(different(source, target), source)) {
            if (found.size() < limit) {
                moving |= search(groups, found);
            }
        }
        return new RowSearch.Found(found, moving, found.size() < limit);
    }

    /** Groups that together have not too many rows, as each batch is one reading of the whole table. */
    private static List<List<String>> batches(Set<String> groups, Map<String, String> source) {
        List<List<String>> batches = new ArrayList<>();
        long rows = MANY_ROWS;
        for (String group : groups) {
            if (rows >= MANY_ROWS) {
                batches.add(new ArrayList<>());
                rows = 0;
            }
            batches.get(batches.size() - 1).add(group);
            rows += RowBag.rowsOf(source.getOrDefault(group, ""));
        }
        return batches;
    }

    private boolean search(List<String> groups, List<RowDifference> found) {
        RowBag onSource = pair.sourceBag(table, columns);
        RowBag onTarget = pair.targetBag(table, columns);
        Map<String, String> source = onSource.rows(groups);
        for (int look = 1; look <= Looks.LOOKS; look++) {
            patience.await();
            Map<String, String> target = onTarget.rows(groups);
            Map<String, String> again = onSource.rows(groups);
            if (target.equals(source) || target.equals(again)) {
                return false;
            }
            if (look >= Looks.STABLE_LOOKS && again.equals(source)) {
                tell(onSource, onTarget, source, target, found);
                return false;
            }
            source = again;
        }
        return true;
    }

    private void tell(
            RowBag onSource,
            RowBag onTarget,
            Map<String, String> source,
            Map<String, String> target,
            List<RowDifference> found) {
        different(source, target).stream().limit(limit - found.size()).forEach(hash -> {
            long before = Long.parseLong(source.getOrDefault(hash, "0"));
            long after = Long.parseLong(target.getOrDefault(hash, "0"));
            RowValues values = (before > 0 ? onSource : onTarget).row(hash);
            found.add(difference(hash, before, after, values));
        });
    }

    private RowDifference difference(String hash, long before, long after, RowValues values) {
        String times = " is there " + before + " time(s) on the source, " + after + " on the target; hash "
                + hash.substring(0, 16);
        List<String> shown = new ArrayList<>();
        List<String> masked = new ArrayList<>();
        values.values().forEach((name, value) -> {
            shown.add(name + " " + value.shown());
            masked.add(name + " " + value.masked());
        });
        return new RowDifference(
                table,
                before > after ? RowDifference.Kind.MISSING : RowDifference.Kind.EXTRA,
                String.join(", ", masked) + times,
                String.join(", ", shown) + times,
                List.of(),
                new RowPlace.ByHash(hash, before, after));
    }

    private static Set<String> different(Map<String, String> source, Map<String, String> target) {
        Set<String> keys = new HashSet<>(source.keySet());
        keys.addAll(target.keySet());
        keys.removeIf(key -> String.valueOf(source.get(key)).equals(String.valueOf(target.get(key))));
        return new TreeSet<>(keys);
    }
}
