package io.flexmigrate.mydumper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file with SQL in a dump, taken apart.
 *
 * @param stem the name without what tells how the file is compressed and that it is SQL
 * @param compression {@code .gz}, {@code .zst} or empty
 */
record DataFile(String stem, String compression) {

    private static final Pattern NAME = Pattern.compile("(.*)\\.sql(|\\.gz|\\.zst)", Pattern.DOTALL);

    /** Releases up to 0.12 number the files of a table once, later ones twice: chunk and part. */
    private static final Pattern NUMBERED = Pattern.compile("(.*)\\.\\d{5,}", Pattern.DOTALL);

    static DataFile of(Path file) {
        return of(String.valueOf(file.getFileName()))
                .orElseThrow(() -> new MetadataException(file + " is not a file of SQL"));
    }

    /** Empty for a file that is none with SQL. */
    static Optional<DataFile> of(String name) {
        Matcher sql = NAME.matcher(name);
        return sql.matches() ? Optional.of(new DataFile(sql.group(1), sql.group(2))) : Optional.empty();
    }

    boolean isGzip() {
        return compression.equals(".gz");
    }

    /** Whether we can read it ourselves. */
    boolean isReadable() {
        return !compression.equals(".zst");
    }

    /** The stems of the tables whose rows this may hold, the likeliest first. */
    List<String> tableStems() {
        List<String> stems = new ArrayList<>(List.of(stem));
        Matcher chunk = NUMBERED.matcher(stem);
        if (chunk.matches()) {
            stems.add(chunk.group(1));
            Matcher part = NUMBERED.matcher(chunk.group(1));
            if (part.matches()) {
                stems.add(part.group(1));
            }
        }
        return stems;
    }
}
