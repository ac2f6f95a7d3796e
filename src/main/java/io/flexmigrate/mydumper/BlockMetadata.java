package io.flexmigrate.mydumper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metadata without sections, as releases from 0.9 to 0.13 wrote it: blocks of indented lines, each ended by an empty line.
 *
 * <p>A block about the dumped server's own upstream has the same keys; it is never taken.
 */
final class BlockMetadata {

    private static final String SOURCE = "SHOW MASTER STATUS:";
    private static final String REPLICA = "SHOW SLAVE STATUS:";
    private static final Pattern VALUE = Pattern.compile("\t([A-Za-z ]+): ?(.*)");

    private final MetadataLines lines;
    private final GtidLines gtidLines;
    private final SourceValues values = new SourceValues();
    private boolean sourceIsReplica;
    private boolean hasSource;

    BlockMetadata(MetadataLines lines) {
        this.lines = lines;
        gtidLines = new GtidLines(lines);
    }

    DumpMetadata read() {
        int index = 0;
        while (index < lines.size()) {
            index = switch (lines.at(index)) {
                case "" -> index + 1;
                case SOURCE -> source(index);
                case REPLICA -> replica(index);
                default -> throw lines.problem(index, "is not known in metadata");
            };
        }
        return new DumpMetadata(values.coordinates(), values.gtidSet(), lines.finished(), sourceIsReplica);
    }

    private int source(int header) {
        if (hasSource) {
            throw lines.problem(header, "comes twice");
        }
        hasSource = true;
        int end = block(header, true);
        if (values.coordinates().isEmpty()) {
            throw lines.problem(header, "is not followed by coordinates");
        }
        return end;
    }

    private int replica(int header) {
        sourceIsReplica = true;
        return block(header, false);
    }

    private int block(int header, boolean isSource) {
        int index = header + 1;
        while (index < lines.size() && !lines.at(index).isEmpty()) {
            index = value(index, isSource);
        }
        if (index == lines.size()) {
            throw lines.problem(header, "begins a block that is cut off");
        }
        return index + 1;
    }

    private int value(int index, boolean isSource) {
        Matcher line = VALUE.matcher(lines.at(index));
        if (!line.matches()) {
            throw lines.problem(index, "is not known in metadata");
        }
        Optional<MetadataKey> key = MetadataKey.named(line.group(1));
        boolean isGtid = key.isPresent() && key.get() == MetadataKey.GTID_SET;
        if (isSource) {
            MetadataKey known = key.orElseThrow(() -> lines.problem(index, "is not known below " + SOURCE));
            values.put(known, isGtid ? gtidLines.from(index, line.group(2)) : line.group(2));
        }
        return index + (isGtid ? gtidLines.count(index) : 1);
    }
}
