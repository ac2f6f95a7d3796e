package io.flexmigrate.mydumper;

import io.flexmigrate.model.Identifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory from which a loader loads the rows of some tables of one database into tables that are there already.
 *
 * <p>It holds the data files of the dump once more, as links, under names that every release reads back, whatever the tables
 * are called; and no definitions but, where the loader is blind without it, one of the database that is there already. The statements in the files name the tables, and the option {@code -B} their database.
 * Measured with 0.10.1, 0.14.5, 0.15.1, 0.16.11, 0.17.1, 0.18.1, 0.19.3, 0.20.2-5 and 0.21.4. Closing it deletes it.
 */
public final class LoadDirectory implements AutoCloseable {

    /** The last form of it that no release stumbles over: some refuse to begin without a finished dump. */
    private static final String METADATA = """
            # Started dump at: 2026-01-01 00:00:00
            [config]
            quote-character = BACKTICK

            # Finished dump at: 2026-01-01 00:00:00
            """;

    private static final String SQL = ".sql";
    private static final Pattern ALIAS = Pattern.compile("[`']?d[`']?\\.[`']?t(\\d+)\\b[`']?(?:\\.\\d+\\.sql[.\\w]*)?");

    private final Path path;
    private final List<DumpedTable> tables;

    private LoadDirectory(Path path, List<DumpedTable> tables) {
        this.path = path;
        this.tables = List.copyOf(tables);
    }

    /**
     * Makes one.
     *
     * @param path absolute; it must not be there yet, what it is in is made if need be
     * @param tables of one database, at least one
     * @param loader which loader it is for: to some their database must be named in a file
     */
    public static LoadDirectory make(Path path, List<DumpedTable> tables, ToolVersion loader) {
        LoadDirectory directory = new LoadDirectory(path, tables);
        try {
            Files.createDirectories(path);
            Files.writeString(path.resolve("metadata"), METADATA);
            if (KnownDefects.needsDatabaseFile(loader)) {
                Files.writeString(path.resolve("d-schema-create.sql"), directory.databaseStatement());
            }
            for (int number = 1; number <= tables.size(); number++) {
                directory.link(number, tables.get(number - 1).dataFiles());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the directory to load from could not be made: " + e, e);
        }
        return directory;
    }

    private String databaseStatement() {
        String database = tables.get(0).name().database();
        return "CREATE DATABASE IF NOT EXISTS " + Identifier.quoted(database) + ";\n";
    }

    private void link(int table, List<Path> files) throws IOException {
        for (int part = 0; part < files.size(); part++) {
            Path file = files.get(part);
            link(path.resolve(String.format("d.t%d.%05d%s", table, part, ending(file))), file);
        }
    }

    /** Such as {@code .sql} or {@code .sql.gz}. */
    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf(SQL));
    }

    private static void link(Path link, Path file) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (FileSystemException | UnsupportedOperationException | SecurityException notHere) {
            // because not every file system has links of that kind
            Files.createSymbolicLink(link, file);
        }
    }

    /** Where it is, absolute. */
    public Path path() {
        return path;
    }

    /** What a loader said of it, with the tables under their real names. */
    public String named(String said) {
        return ALIAS.matcher(said).replaceAll(alias -> Matcher.quoteReplacement(name(alias)));
    }

    private String name(MatchResult alias) {
        int number = Integer.parseInt(alias.group(1));
        return number >= 1 && number <= tables.size()
                ? tables.get(number - 1).name().toString()
                : alias.group();
    }

    @Override
    public void close() {
        new DumpDirectory(path).delete();
    }
}
