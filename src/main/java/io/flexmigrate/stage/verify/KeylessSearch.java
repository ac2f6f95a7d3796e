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
import java.util.function.Supplier;

/**
 * Finds the rows that make a table without a key differ: how many there are of each, first by groups of hashes.
 *
 * @param limit after so many rows no more are looked for
 */
record KeylessSearch(TablePair pair, TableName table, List<Rendering> columns, TargetWait patience, int limit) {

    RowSearch.Found found() {
        List<RowDifference> found = new ArrayList<>();
        Set<String> groups = different(pair.sourceBag(table, columns).groups(), this::targetGroups);
        boolean moving = false;
        for (String group : groups) {
            if (found.size() < limit) {
                moving |= search(group, found);
            }
        }
        return new RowSearch.Found(found, moving, found.size() < limit);
    }

    private Map<String, String> targetGroups() {
        patience.await();
        return pair.targetBag(table, columns).groups();
    }

    private boolean search(String group, List<RowDifference> found) {
        RowBag onSource = pair.sourceBag(table, columns);
        RowBag onTarget = pair.targetBag(table, columns);
        Map<String, String> source = onSource.rows(group);
        for (int look = 1; look <= Looks.LOOKS; look++) {
            patience.await();
            Map<String, String> target = onTarget.rows(group);
            Map<String, String> again = onSource.rows(group);
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
        for (String hash : different(source, () -> target)) {
            long before = Long.parseLong(source.getOrDefault(hash, "0"));
            long after = Long.parseLong(target.getOrDefault(hash, "0"));
            RowValues values = (before > 0 ? onSource : onTarget).row(hash);
            if (found.size() < limit) {
                found.add(difference(hash, before, after, values));
            }
        }
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

    private static Set<String> different(Map<String, String> source, Supplier<Map<String, String>> targetLater) {
        Map<String, String> target = targetLater.get();
        Set<String> keys = new HashSet<>(source.keySet());
        keys.addAll(target.keySet());
        keys.removeIf(key -> String.valueOf(source.get(key)).equals(String.valueOf(target.get(key))));
        return new TreeSet<>(keys);
    }
}
