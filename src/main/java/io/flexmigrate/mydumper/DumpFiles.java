package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of a dump's files, read as tables; in linear time, because there may be tens of thousands.
 *
 * @param names all files of the directory
 */
record DumpFiles(Path directory, List<String> names) {

    private static final String DATABASE = "-schema-create";
    private static final String TABLE = "-schema";

    DumpFiles {
        names = names.stream().sorted().toList();
    }

    List<DumpedTable> tables() {
        Set<String> databases = new HashSet<>();
        Map<String, String> schemas = new TreeMap<>();
        List<DataFile> data = new ArrayList<>();
        for (String name : names) {
            DataFile.of(name).ifPresent(file -> {
                if (file.stem().endsWith(DATABASE)) {
                    databases.add(without(DATABASE, file.stem()));
                } else if (file.stem().endsWith(TABLE)) {
                    schemas.put(without(TABLE, file.stem()), name);
                } else {
                    data.add(file);
                }
            });
        }
        return tables(schemas, dataFiles(schemas.keySet(), data), databases);
    }

    private List<DumpedTable> tables(
            Map<String, String> schemas, Map<String, List<Path>> dataFiles, Set<String> databases) {
        List<DumpedTable> tables = new ArrayList<>();
        schemas.forEach((stem, file) -> tables.add(new DumpedTable(
                name(stem, file, databases), directory.resolve(file), dataFiles.getOrDefault(stem, List.of()))));
        return tables;
    }

    private Map<String, List<Path>> dataFiles(Set<String> stems, List<DataFile> data) {
        Map<String, List<Path>> files = new TreeMap<>();
        for (DataFile file : data) {
            Optional<String> table =
                    file.tableStems().stream().filter(stems::contains).findFirst();
            table.ifPresent(stem -> files.computeIfAbsent(stem, none -> new ArrayList<>())
                    .add(directory.resolve(file.stem() + ".sql" + file.compression())));
        }
        return files;
    }

    /**
     * The names are not escaped: only the databases' own files say where the database ends and the table begins.
     *
     * <p>Releases from 0.21 on do not write them when they are told to leave views out; then a name with a single dot is clear.
     */
    private TableName name(String stem, String file, Set<String> databases) {
        List<Integer> dots = new ArrayList<>();
        for (int dot = stem.indexOf('.'); dot >= 0; dot = stem.indexOf('.', dot + 1)) {
            dots.add(dot);
        }
        List<Integer> ends = dots.stream()
                .filter(dot -> databases.contains(stem.substring(0, dot)))
                .toList();
        List<Integer> possible = ends.isEmpty() && dots.size() == 1 ? dots : ends;
        if (possible.size() != 1) {
            throw new MetadataException("it cannot be said which table " + file + " in " + directory + " is of: "
                    + (ends.isEmpty()
                            ? "there is no file of its database"
                            : "its database is one of "
                                    + ends.stream()
                                            .map(dot -> stem.substring(0, dot))
                                            .toList()));
        }
        return new TableName(stem.substring(0, possible.get(0)), stem.substring(possible.get(0) + 1));
    }

    private static String without(String ending, String stem) {
        return stem.substring(0, stem.length() - ending.length());
    }
}
