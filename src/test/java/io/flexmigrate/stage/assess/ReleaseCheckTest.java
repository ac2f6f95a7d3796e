package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseCheckTest {

    @ParameterizedTest
    @CsvSource({"0,10,1", "0,11,5", "0,12,7", "0,14,5", "0,18,1", "0,20,2", "0,21,2", "1,0,1"})
    void hasNothingAgainstGoodDumpers(int major, int minor, int patch) {
        assertThat(findings(Inventories.tool(Tool.MYDUMPER, major, minor, patch)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,10,1", "0,11,5", "0,14,1", "0,16,3", "0,18,1", "0,21,2", "1,0,1"})
    void hasNothingAgainstGoodLoaders(int major, int minor, int patch) {
        assertThat(findings(Inventories.tool(Tool.MYLOADER, major, minor, patch)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MYDUMPER,0,12,5,an event of its own",
        "MYLOADER,0,12,1,cannot load",
        "MYLOADER,0,12,7,cannot load",
        "MYLOADER,0,13,1,does not end",
        "MYLOADER,0,15,3,zero dates"
    })
    void blocksReleasesThatNoOptionHelps(Tool tool, int major, int minor, int patch, String words) {
        new Said(findings(Inventories.tool(tool, major, minor, patch)))
                .blocks(
                        "FM1107",
                        tool.program() + " " + major + "." + minor + "." + patch,
                        words,
                        "Install another release");
    }

    private static List<Finding> findings(ToolVersion tool) {
        Optional<ToolVersion> mydumper = Optional.of(tool).filter(found -> found.tool() == Tool.MYDUMPER);
        Optional<ToolVersion> myloader = Optional.of(tool).filter(found -> found.tool() == Tool.MYLOADER);
        return new ReleaseCheck()
                .findings(Inventories.plan(), new ToolInventory(mydumper, myloader, "", "", Long.MAX_VALUE));
    }
}
