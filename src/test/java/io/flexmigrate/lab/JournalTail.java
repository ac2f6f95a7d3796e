package io.flexmigrate.lab;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the journal of a program at work, as it grows. */
final class JournalTail {

    private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"");
    private static final long INTERVAL_MILLIS = 5;

    private final Path journal;
    private long position;
    private String rest = "";

    JournalTail(Path journal) {
        this.journal = journal;
    }

    /**
     * Waits for a stage's event and says when it happened.
     *
     * @param event such as {@code Started}
     * @param goesOn whether waiting still makes sense
     * @throws IllegalStateException when it no longer does
     */
    Instant await(String event, String stage, BooleanSupplier goesOn) throws IOException, InterruptedException {
        String wanted = "{\"event\":\"" + event + "\",\"stage\":\"" + stage + "\"";
        boolean last = false;
        while (true) {
            for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                String line = rest.substring(0, end);
                rest = rest.substring(end + 1);
                if (line.startsWith(wanted)) {
                    return at(line);
                }
            }
            if (last) {
                throw new IllegalStateException("the journal never said " + event + " " + stage);
            }
            last = !goesOn.getAsBoolean();
            TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
            rest += more();
        }
    }

    private String more() throws IOException {
        if (!Files.exists(journal)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(file.length() - position)];
            file.seek(position);
            file.readFully(bytes);
            position += bytes.length;
            // bytes as they are, so that no character is torn; what is looked for is ASCII
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static Instant at(String line) {
        Matcher matcher = AT.matcher(line);
        if (!matcher.find()) {
            throw new IllegalStateException("no time in " + line);
        }
        return Instant.parse(matcher.group(1));
    }
}
