package io.flexmigrate.mydumper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metadata in sections, as releases from 0.14 on write it: nearly an INI file, with sections that come twice.
 *
 * <p>Only {@code [master]} and {@code [source]} are about the dumped server. Newer releases write its coordinates as comments,
 * and again without when asked for; {@code [replication…]} has the same keys for its upstream and is never taken.
 */
final class SectionMetadata {

    private static final Pattern SECTION = Pattern.compile("\\[(.*)]");
    private static final Pattern SOURCE = Pattern.compile("master|source");
    private static final Pattern REPLICA = Pattern.compile("replication(?:\\..*)?", Pattern.DOTALL);
    /** Keys that only a section about an upstream has: where they are, a section's head is missing. */
    private static final Pattern FOREIGN = Pattern.compile("(?i)(?:slave|replica|relay|exec|connect|last)_.*");

    /** What only lines of known keys have: elsewhere, two lines have become one. */
    private static final Pattern LOST =
            Pattern.compile("(?i)gtid_set|log_file|log_pos|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:");

    private static final Pattern VALUE = Pattern.compile("\\s*(#?)\\s*([A-Za-z_]+)\\s*=(.*)");

    private final MetadataLines lines;
    private final GtidLines gtidLines;
    private final SourceValues values = new SourceValues();
    private final SourceValues commented = new SourceValues();
    private boolean sourceIsReplica;
    private boolean hasSource;
    private boolean isInSource;

    SectionMetadata(MetadataLines lines) {
        this.lines = lines;
        gtidLines = new GtidLines(lines);
    }

    DumpMetadata read() {
        int index = 0;
        while (index < lines.size()) {
            index = line(index);
        }
        SourceValues valid = values.has(MetadataKey.FILE) || values.has(MetadataKey.POSITION) ? values : commented;
        refuseContradiction();
        return new DumpMetadata(valid.coordinates(), gtids().gtidSet(), lines.finished(), sourceIsReplica);
    }

    private SourceValues gtids() {
        return values.has(MetadataKey.GTID_SET) ? values : commented;
    }

    private void refuseContradiction() {
        boolean hasBoth =
                values.coordinates().isPresent() && commented.coordinates().isPresent();
        if (hasBoth && !values.coordinates().equals(commented.coordinates())) {
            throw new MetadataException("the metadata contradicts itself about the source's coordinates: "
                    + values.coordinates().orElseThrow() + " and, in a comment, "
                    + commented.coordinates().orElseThrow());
        }
    }

    private int line(int index) {
        Matcher section = SECTION.matcher(lines.at(index));
        if (section.matches()) {
            enter(index, section.group(1));
            return index + 1;
        }
        return isInSource ? sourceLine(index) : index + 1;
    }

    private void enter(int index, String section) {
        isInSource = SOURCE.matcher(section).matches();
        sourceIsReplica |= REPLICA.matcher(section).matches();
        if (isInSource && hasSource) {
            throw lines.problem(index, "is a second section about the source");
        }
        hasSource |= isInSource;
    }

    private int sourceLine(int index) {
        String line = lines.at(index);
        Matcher value = VALUE.matcher(line);
        if (!value.matches()) {
            if (line.isBlank()) {
                return index + 1;
            }
            throw lines.problem(index, "is not known in the section about the source");
        }
        if (FOREIGN.matcher(value.group(2)).matches()) {
            throw lines.problem(index, "is about an upstream, but in the section about the source");
        }
        Optional<MetadataKey> key = MetadataKey.named(value.group(2));
        if (key.isEmpty()) {
            return unknown(index);
        }
        boolean isGtid = key.get() == MetadataKey.GTID_SET;
        SourceValues place = value.group(1).isEmpty() ? values : commented;
        place.put(key.get(), isGtid ? gtidLines.from(index, value.group(3)) : value.group(3));
        return index + (isGtid ? gtidLines.count(index) : 1);
    }

    private int unknown(int index) {
        if (LOST.matcher(lines.at(index)).find()) {
            throw lines.problem(index, "has coordinates under a name that is not known");
        }
        return index + 1;
    }
}
