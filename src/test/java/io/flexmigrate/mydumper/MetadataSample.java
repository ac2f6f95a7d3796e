package io.flexmigrate.mydumper;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A metadata file that a real release wrote, with what the server said before and after. */
record MetadataSample(String name, Optional<BinlogCoordinates> coordinates, GtidSet gtidSet) {

    static List<MetadataSample> all() {
        return read("truth.tsv").lines().skip(1).map(MetadataSample::of).toList();
    }

    private static MetadataSample of(String line) {
        String[] truth = line.split("\t", -1);
        Optional<BinlogCoordinates> coordinates = truth[1].isEmpty()
                ? Optional.empty()
                : Optional.of(new BinlogCoordinates(truth[1], Long.parseLong(truth[2])));
        return new MetadataSample(truth[0], coordinates, new GtidSet(truth[3]));
    }

    String text() {
        return read(name + ".metadata");
    }

    private static String read(String file) {
        try (InputStream stream = MetadataSample.class.getResourceAsStream("/metadata/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no sample " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
