package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoils the samples in thousands of ways: it is read or refused with words, and nothing else ever happens. */
class PlanFuzzTest {

    private static final int PLANS = 4_000;
    private static final Path EXAMPLE = Path.of("plans", "flexible-server.yaml");
    private static final String BYTES = "{}[]:,-?*&!|>'\"%@`#\n\t \0\r~<.0a\\\u00e9";
    private static final List<String> WORDS = List.of(
            "null",
            "~",
            "{}",
            "[]",
            "&a",
            "*a",
            "<<: *a",
            "---\n",
            "...\n",
            "!!binary",
            "? ",
            "- ",
            "''",
            "99999999999",
            "0x1F",
            "[[[[",
            "{ env: X }",
            "\u2028",
            "\"\\0\"",
            "|\n",
            "%YAML 1.2\n",
            "-1",
            "1e9",
            "auto",
            "all");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void neverFailsButWithWords() throws IOException {
        Random random = new Random(20_261_122);
        List<byte[]> samples = List.of(Plans.sample().getBytes(StandardCharsets.UTF_8), Files.readAllBytes(EXAMPLE));
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(4), () -> {
            int refused = 0;
            for (int plan = 0; plan < PLANS; plan++) {
                refused += isRefused(spoilt(samples.get(plan % samples.size()), random)) ? 1 : 0;
            }
            assertThat(refused).as("plans refused").isGreaterThan(PLANS / 2).isLessThan(PLANS);
        });
    }

    private boolean isRefused(byte[] text) {
        try {
            new Plans(directory).read(text);
            return false;
        } catch (InvalidPlanException refusal) {
            assertThat(refusal.getMessage()).contains("plan.yaml");
            return true;
        } catch (RuntimeException | StackOverflowError failure) {
            return fail("this plan was not refused with words:\n" + new String(text, StandardCharsets.UTF_8), failure);
        }
    }

    private static byte[] spoilt(byte[] text, Random random) {
        byte[] spoilt = text;
        for (int times = random.nextInt(4); times >= 0; times--) {
            spoilt = spoiltOnce(spoilt, random);
        }
        return spoilt;
    }

    private static byte[] spoiltOnce(byte[] text, Random random) {
        int from = random.nextInt(text.length + 1);
        int to = Math.min(text.length, from + 1 + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> joined(text, from, new byte[0], to);
            case 1 -> joined(text, from, new byte[] {(byte) random.nextInt(256)}, Math.min(text.length, from + 1));
            case 2 -> joined(text, from, bytes(WORDS.get(random.nextInt(WORDS.size()))), from);
            case 3 -> joined(text, from, bytes(WORDS.get(random.nextInt(WORDS.size()))), to);
            case 4 -> joined(text, from, Arrays.copyOfRange(text, from, to), from);
            default -> {
                int index = random.nextInt(BYTES.length());
                yield joined(text, from, bytes(BYTES.substring(index, index + 1)), from);
            }
        };
    }

    private static byte[] joined(byte[] text, int head, byte[] middle, int tail) {
        byte[] joined = Arrays.copyOf(text, head + middle.length + text.length - tail);
        System.arraycopy(middle, 0, joined, head, middle.length);
        System.arraycopy(text, tail, joined, head + middle.length, text.length - tail);
        return joined;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
