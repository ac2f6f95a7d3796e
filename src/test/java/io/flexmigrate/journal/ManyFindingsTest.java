package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.report.FindingsText;
import io.flexmigrate.testing.SampleFindings;
import io.flexmigrate.testing.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An assessment of a source with a hundred thousand tables that all have something wrong. */
class ManyFindingsTest {

    private static final int MANY = 100_000;

    @Test
    void areWrittenInOneLineAndReadBack(@TempDir Path temporary) {
        RunDirectory directory = new RunDirectory(temporary.resolve("migrate-shop"));
        Event event = new Event.Produced(StageName.ASSESS, Samples.NOON, assessed());
        JournalHeader header = JournalHeader.of("0.1.0", "shop-1", Samples.NOON, Map.of("name", "shop"));
        try (FileJournal journal = FileJournal.create(directory, header)) {
            journal.append(event);
        }

        List<Event> events = FileJournal.read(directory).events();

        assertThat(events.equals(List.of(event)))
                .as("what is read is what was written")
                .isTrue();
    }

    @Test
    void areToldInALineThatCountsThem() {
        String text = new FindingsText(Catalogue.of(List.of())).write(assessed().findings());

        assertThat(text.lines().count()).isLessThan(200);
        assertThat(text).contains("(100,000)", "and 99,980 more");
    }

    private static Fact.Assessed assessed() {
        List<TableSize> tables = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            TableName name = new TableName("shop_" + i % 10, "line\nbreak \u2028 \u001b[2J t" + i);
            tables.add(new TableSize(name, "InnoDB", i, 16_384, 0, false));
            findings.add(SampleFindings.warning(
                    "FM1043",
                    name.toString(),
                    "It has no primary key: each replicated change of it reads the whole table on the target.",
                    "ALTER TABLE " + name.quoted()
                            + " ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY;"));
        }
        return new Fact.Assessed("8.0.15", "8.0.15", "0.10.1", List.of("shop_0"), tables, findings, Forecast.NONE);
    }
}
