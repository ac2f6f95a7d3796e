package io.flexmigrate.stage.lag;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.BinlogFiles;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The source's binlog as one long line, on which coordinates of different files have a distance in bytes. */
final class BinlogScale {

    /** Where each file begins; a file that was purged meanwhile stays known. */
    private final NavigableMap<Long, Long> beginnings = new TreeMap<>();

    /** Learns from a listing; nothing is known of what was purged before the first. */
    void learn(BinlogFiles files) {
        long first = files.oldest().end().fileNumber();
        long beginning = beginnings.getOrDefault(first, 0L);
        for (BinlogFiles.File file : files.files()) {
            beginnings.put(file.end().fileNumber(), beginning);
            beginning += file.bytes();
        }
    }

    /** The place of these coordinates; empty when their file is not known. */
    OptionalLong place(BinlogCoordinates coordinates) {
        Long beginning = beginnings.get(coordinates.fileNumber());
        return beginning == null ? OptionalLong.empty() : OptionalLong.of(beginning + coordinates.position());
    }
}
