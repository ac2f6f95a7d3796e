package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseCheckTest {

    private final SourceSample source = new SourceSample();

    @ParameterizedTest
    @CsvSource({"0,10,1", "0,12,7", "0,16,7", "0,19,3", "0,21,4", "1,0,1"})
    void hasNothingAgainstGoodReleases(int major, int minor, int patch) {
        assertThat(findings(major, minor, patch)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,13,1,coordinates",
        "0,14,5,coordinates",
        "0,18,1,never ends",
        "0,20,2,loses rows",
        "0,21,2,loses rows"
    })
    void blocksReleasesThatFail(int major, int minor, int patch, String words) {
        new Said(findings(major, minor, patch))
                .blocks("FM1107", "mydumper " + major + "." + minor + "." + patch, words, "another release");
    }

    @Test
    void knowsThatSomeFailWithNewServersOnly() {
        source.version = "9.7.4";

        new Said(findings(1, 0, 1)).blocks("FM1107", "mydumper 1.0.1", "EXPLAIN");
    }

    @Test
    void looksAtTheLoaderToo() {
        ToolInventory tools = new ToolInventory(
                Optional.of(Inventories.MYDUMPER),
                Optional.of(Inventories.tool(Tool.MYLOADER, 0, 15, 3)),
                "",
                "",
                Long.MAX_VALUE);

        new Said(new ReleaseCheck().findings(Inventories.plan(), new SourceAndTools(source.seen(), tools)))
                .blocks("FM1107", "myloader 0.15.3", "zero dates");
    }

    private List<Finding> findings(int major, int minor, int patch) {
        ToolVersion tool = Inventories.tool(Tool.MYDUMPER, major, minor, patch);
        ToolInventory tools =
                new ToolInventory(Optional.of(tool), Optional.of(Inventories.MYLOADER), "", "", Long.MAX_VALUE);
        return new ReleaseCheck().findings(Inventories.plan(), new SourceAndTools(source.seen(), tools));
    }
}
