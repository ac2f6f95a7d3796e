package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of a dump's files, read as tables.
 *
 * @param names all files of the directory
 */
record DumpFiles(Path directory, List<String> names) {

    private static final String DATABASE = "-schema-create.sql";
    private static final String TABLE = "-schema.sql";

    DumpFiles {
        names = names.stream().sorted().toList();
    }

    List<DumpedTable> tables() {
        return names.stream()
                .filter(name -> name.endsWith(TABLE))
                .map(this::table)
                .toList();
    }

    private DumpedTable table(String schemaFile) {
        String stem = schemaFile.substring(0, schemaFile.length() - TABLE.length());
        // One file is db.table.sql, several are db.table.00000.sql and so on.
        Pattern data = Pattern.compile(Pattern.quote(stem) + "(?:\\.\\d+)?\\.sql");
        List<Path> dataFiles = names.stream()
                .filter(name -> data.matcher(name).matches())
                .map(directory::resolve)
                .toList();
        return new DumpedTable(name(stem), directory.resolve(schemaFile), dataFiles);
    }

    /**
     * The names are not escaped: only the databases' own files say where the database ends and the table begins, unless there is
     * one dot alone. Releases from 0.21.4 on, or a little before, write no such files: seen with 0.21.4 and 1.0.1.
     */
    private TableName name(String stem) {
        int dot = stem.indexOf('.');
        if (dot > 0 && dot == stem.lastIndexOf('.')) {
            return new TableName(stem.substring(0, dot), stem.substring(dot + 1));
        }
        List<String> databases = names.stream()
                .filter(name -> name.endsWith(DATABASE))
                .map(name -> name.substring(0, name.length() - DATABASE.length()))
                .filter(database -> stem.startsWith(database + "."))
                .toList();
        if (databases.size() != 1) {
            throw new MetadataException(
                    "it cannot be said which table " + stem + TABLE + " in " + directory + " is of: "
                            + (databases.isEmpty()
                                    ? "there is no file of its database"
                                    : "its database is one of " + databases));
        }
        return new TableName(databases.get(0), stem.substring(databases.get(0).length() + 1));
    }
}
