package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.DumpLog;
import io.flexmigrate.mydumper.LogLine;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DumpProgressTest {

    private static final List<TableSize> TABLES = List.of(size("a", 100), size("b", 200), size("c", 300));

    private long bytes;
    private long looks;
    private Duration time = Duration.ZERO;
    private Duration costOfALook = Duration.ZERO;
    private final DumpProgress progress = new DumpProgress(this::look, TABLES, 1, () -> time);
    private final Function<String, LogLine> lines = progress.listeningTo(DumpLog::read);

    @Test
    void countsBytesOfTheEstimate() {
        bytes = 150;

        assertThat(progress.now()).isEqualTo(new Advance(150, 600, 0, 0, 0, 3, ""));
    }

    @Test
    void neverHasMoreDoneThanThereIs() {
        bytes = 700;

        assertThat(progress.now().totalBytes()).isEqualTo(700);
    }

    @Test
    void takesATableForDoneWhenItsThreadHasBegunAnother() {
        assertThat(begin("a")).isEqualTo(LogLine.Kind.TABLE);
        assertThat(progress.now()).isEqualTo(new Advance(0, 600, 0, 0, 0, 3, "shop.a"));

        begin("b");
        begin("b");
        assertThat(progress.now()).isEqualTo(new Advance(0, 600, 0, 0, 1, 3, "shop.b"));
    }

    @Test
    void looksRarelyAtADirectoryThatTakesLong() {
        costOfALook = Duration.ofMillis(100);
        for (int second = 0; second < 100; second++) {
            progress.now();
            time = time.plusSeconds(1);
        }

        assertThat(looks).isBetween(15L, 20L);
    }

    private LogLine.Kind begin(String table) {
        return lines.apply("** Message: 16:51:52.000: Thread 1 dumping data for `shop`.`" + table + "`")
                .kind();
    }

    private long look() {
        looks++;
        time = time.plus(costOfALook);
        return bytes;
    }

    private static TableSize size(String name, long bytes) {
        return new TableSize(new TableName("shop", name), "InnoDB", 1, bytes, 0, true);
    }
}
