package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages real metadata by chance, with a fixed seed. */
class MetadataMutationTest {

    private static final int ROUNDS = 300;

    static List<MetadataSample> samples() {
        return MetadataSample.all();
    }

    /**
     * Whatever is lost, doubled or moved by whole lines: the right coordinates, none, or a refusal. A replica's file has its
     * upstream's coordinates too, in lines of the same form: there one line is damaged, because several can be damaged so
     * that the file is in order again.
     */
    @ParameterizedTest
    @MethodSource("samples")
    void neverGivesWrongCoordinatesWhenLinesAreDamaged(MetadataSample sample) {
        Random random = new Random(sample.name().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = new ArrayList<>(List.of(sample.text().split("(?<=\n)")));
            damage(lines, random, sample.text().contains("Host") ? 1 : lines.size());
            assertRightOrNone(sample, String.join("", lines));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void neverGivesWrongCoordinatesWhenTheEndIsMissing(MetadataSample sample) {
        for (int length = 0; length < sample.text().length(); length++) {
            assertRightOrNone(sample, sample.text().substring(0, length));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void neverFailsInAnotherWayThanARefusal(MetadataSample sample) {
        Random random = new Random(sample.name().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(sample.text());
            for (int change = random.nextInt(5); change >= 0; change--) {
                text.setCharAt(
                        random.nextInt(text.length()), (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
            }
            parse(text.toString());
        }
    }

    private static void damage(List<String> lines, Random random, int reach) {
        int line = random.nextInt(lines.size());
        int other = Math.min(line + random.nextInt(reach + 1), lines.size() - 1);
        switch (random.nextInt(3)) {
            case 0 ->
                lines.subList(line, Math.min(line + random.nextInt(reach) + 1, lines.size()))
                        .clear();
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
            default -> Collections.swap(lines, line, other);
        }
    }

    private static void assertRightOrNone(MetadataSample sample, String text) {
        parse(text)
                .filter(DumpMetadata::finished)
                .flatMap(DumpMetadata::coordinates)
                .ifPresent(coordinates ->
                        assertThat(Optional.of(coordinates)).as(text).isEqualTo(sample.coordinates()));
    }

    private static Optional<DumpMetadata> parse(String text) {
        try {
            return Optional.of(MetadataParser.parse(text));
        } catch (MetadataException e) {
            assertThat(e.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }
}
