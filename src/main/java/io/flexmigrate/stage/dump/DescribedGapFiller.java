package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.GapTable;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.GapTables;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.SpecialColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says which tables would be dumped by us, and why. */
record DescribedGapFiller(MySqlServer source, Path directory, Path omissions, Consumer<Action> sink)
        implements GapFiller {

    private static final int MOST_NAMED = 10;

    @Override
    public Filling prepare(
            List<String> databases, List<TableName> tables, ToolVersion tool, ServerVersion version, StageLog log) {
        List<GapTable> gaps =
                source.with(session -> GapTables.of(tool, version, tables, new SpecialColumns(session).of(databases)));
        Map<String, List<GapTable>> byReason =
                gaps.stream().collect(Collectors.groupingBy(GapTable::reason, TreeMap::new, Collectors.toList()));
        byReason.forEach(
                (reason, those) -> sink.accept(new Action(Action.Kind.NOTE, Action.HERE, text(reason, those))));
        return gaps.isEmpty()
                ? new NoFilling()
                : new DescribedFilling(gaps.stream().map(GapTable::table).toList(), omissions);
    }

    private String text(String reason, List<GapTable> gaps) {
        String names = gaps.stream()
                .limit(MOST_NAMED)
                .map(gap -> gap.table().toString())
                .collect(Collectors.joining(", "));
        int more = gaps.size() - MOST_NAMED;
        return "dump %s table(s) ourselves into %s, from the same snapshot and beside mydumper, because %s: %s%s"
                .formatted(gaps.size(), directory, reason, names, more > 0 ? " and " + more + " more" : "");
    }
}
