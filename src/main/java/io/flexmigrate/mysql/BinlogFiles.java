package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;
import java.util.List;

/**
 * The binlog files that a server has, oldest first; the last is the one it writes.
 *
 * @param files at least one
 */
public record BinlogFiles(List<File> files) {

    /**
     * One of them.
     *
     * @param bytes of a file that is written, those so far
     */
    public record File(String name, long bytes) {

        /** Where it ends. */
        public BinlogCoordinates end() {
            return new BinlogCoordinates(name, bytes);
        }

        long number() {
            return end().fileNumber();
        }
    }

    public BinlogFiles {
        files = List.copyOf(files);
    }

    /** Lists them; needs {@code REPLICATION CLIENT}. */
    public static BinlogFiles read(Session session) {
        return new BinlogFiles(session.query(Sql.of("listing the binlog files", "SHOW BINARY LOGS")).stream()
                .map(row -> new File(row.text("Log_name"), row.number("File_size")))
                .toList());
    }

    public File oldest() {
        return files.get(0);
    }

    public File newest() {
        return files.get(files.size() - 1);
    }

    public boolean has(String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }

    /** Those from this one on, oldest first. */
    public List<File> from(String name) {
        long first = new BinlogCoordinates(name, 4).fileNumber();
        return files.stream().filter(file -> file.number() >= first).toList();
    }
}
