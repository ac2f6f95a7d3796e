package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import io.flexmigrate.model.SpecialColumn;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapsCheckTest {

    private final SourceSample source = new SourceSample();
    private Optional<ToolVersion> mydumper = Optional.of(Inventories.MYDUMPER);

    @Test
    void hasNothingToSayOfPlainTables() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void namesTheTablesThatWeDumpAndWhy() {
        source.special = List.of(new SpecialColumn(SourceSample.ORDERS, "made", "timestamp", "DEFAULT_GENERATED"));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.code()).isEqualTo("FM1064");
            assertThat(finding.subject()).isEqualTo("1 table");
            assertThat(finding.message()).contains("shop.orders", "default is an expression");
        });
    }

    @Test
    void speaksOnceOfManyTables() {
        source.tables = IntStream.range(10, 25)
                .mapToObj(number -> new TableSize(new TableName("shop", "t." + number), "InnoDB", 1, 1, 0, true))
                .toList();

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("FM1066");
            assertThat(finding.subject()).isEqualTo("15 tables");
            assertThat(finding.message()).contains("shop.t.19 and 5 more").doesNotContain("shop.t.20");
        });
    }

    @Test
    void dependsOnTheRelease() {
        source.special = List.of(new SpecialColumn(SourceSample.ORDERS, "made", "timestamp", "DEFAULT_GENERATED"));
        mydumper = Optional.of(Inventories.tool(Tool.MYDUMPER, 1, 0, 1));

        assertThat(findings()).isEmpty();
    }

    @Test
    void saysNothingWithoutATool() {
        source.special = List.of(new SpecialColumn(SourceSample.ORDERS, "weight", "float", ""));
        mydumper = Optional.empty();

        assertThat(findings()).isEmpty();
    }

    private List<Finding> findings() {
        return new GapsCheck()
                .findings(Inventories.plan(), new SourceAndTools(source.seen(), Inventories.tools(mydumper)));
    }
}
