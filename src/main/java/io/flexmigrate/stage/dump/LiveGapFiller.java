package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.GapTable;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.SpecialColumn;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.FilledDirectory;
import io.flexmigrate.mydumper.GapTables;
import io.flexmigrate.mydumper.OmissionsFile;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.LongColumns;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.SpecialColumns;
import io.flexmigrate.plan.Compression;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Dumps gap tables for real.
 *
 * @param directory where they are written, beside the dump
 * @param omissions the file that tells mydumper of them, which is written
 * @param threads at most as many sessions
 */
record LiveGapFiller(
        MySqlServer source, FilledDirectory directory, Path omissions, int threads, Compression compression)
        implements GapFiller {

    @Override
    public Filling prepare(
            List<String> databases, List<TableName> tables, ToolVersion tool, ServerVersion version, StageLog log) {
        List<SpecialColumn> columns = source.with(session -> new SpecialColumns(session).of(databases));
        List<GapTable> gaps = GapTables.of(tool, version, tables, columns);
        makeDirectory(gaps);
        if (gaps.isEmpty()) {
            return new NoFilling();
        }
        log.observe("gap-tables", counts(gaps));
        List<TableName> names = largestFirst(databases, gaps);
        Set<TableName> longOnes = source.with(session -> new LongColumns(session).tables(databases));
        return new FillingLanes(
                source,
                names,
                omissions,
                new TableLanes(names, longOnes, threads),
                new TableFilling(directory, compression),
                Reopening.of(source, version, columns, log));
    }

    private void makeDirectory(List<GapTable> gaps) {
        try {
            directory.delete();
            if (!gaps.isEmpty()) {
                directory.create();
                OmissionsFile.write(
                        omissions, gaps.stream().map(GapTable::table).toList());
            }
        } catch (UncheckedIOException failure) {
            throw new StageFailedException(
                    "The directory for the tables that we dump ourselves cannot be used: " + failure.getMessage(),
                    "See that the work directory's disk has space and belongs to you.",
                    failure);
        }
    }

    /** How many tables there are for each reason. */
    static Map<String, String> counts(List<GapTable> gaps) {
        return gaps.stream()
                .collect(Collectors.groupingBy(
                        GapTable::reason, Collectors.collectingAndThen(Collectors.counting(), String::valueOf)));
    }

    private List<TableName> largestFirst(List<String> databases, List<GapTable> gaps) {
        Map<TableName, Long> sizes = source.with(session -> new Databases(session).tables(databases)).stream()
                .collect(Collectors.toMap(TableSize::name, TableSize::dataBytes));
        return gaps.stream()
                .map(GapTable::table)
                .sorted(Comparator.comparing((TableName table) -> sizes.getOrDefault(table, 0L))
                        .reversed())
                .toList();
    }
}
