package io.flexmigrate.mydumper;

/** Reads the metadata of every release from 0.9 to 1.0, and refuses what it does not wholly understand. */
public final class MetadataParser {

    private MetadataParser() {}

    /**
     * What the metadata says.
     *
     * @throws MetadataException when it is not mydumper's, is cut off, or contradicts itself; with the line
     */
    public static DumpMetadata parse(String text) {
        MetadataLines lines = MetadataLines.of(text);
        return lines.isBlockFormat() ? new BlockMetadata(lines).read() : new SectionMetadata(lines).read();
    }
}
