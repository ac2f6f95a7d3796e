package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToolsCheckTest {

    @Test
    void hasNothingAgainstBothToolsOfOneRelease() {
        assertThat(said(Inventories.tools(0)).findings()).isEmpty();
    }

    @Test
    void blocksAMissingMydumper() {
        said(new ToolInventory(Optional.empty(), Optional.of(Inventories.MYLOADER), "there is no mydumper", "", 0))
                .blocks("FM1060", "mydumper", "there is no mydumper", "apt-get install mydumper", "dump.mydumper");
    }

    @Test
    void blocksAMissingMyloader() {
        said(new ToolInventory(Optional.of(Inventories.MYDUMPER), Optional.empty(), "", "there is no myloader", 0))
                .blocks("FM1060", "myloader", "there is no myloader", "apt-get install mydumper", "load.myloader");
    }

    @Test
    void blocksAReleaseItDoesNotKnow() {
        said(tools(Inventories.tool(Tool.MYDUMPER, 0, 9, 5), Inventories.tool(Tool.MYLOADER, 0, 9, 5)))
                .allBlock("FM1060", "mydumper 0.9.5", "myloader 0.9.5");
    }

    @Test
    void warnsOfReleasesThatWereNotTriedAndBlocksThoseThatLackAnOption() {
        ToolVersion dumper = Inventories.tool(Tool.MYDUMPER, 1, 2, 3);
        Set<String> options = Set.of(
                "--ssl",
                "--defaults-file",
                "--database",
                "--directory",
                "--threads",
                "--ignore-set",
                "--checksum",
                "--optimize-keys");
        ToolVersion loader = new ToolVersion(Tool.MYLOADER, 1, 2, 3, options);

        assertThat(said(tools(dumper, loader)).findings())
                .extracting(Finding::severity, Finding::subject)
                .containsExactly(tuple(Severity.BLOCKER, "mydumper"), tuple(Severity.WARNING, "myloader"));
    }

    @Test
    void blocksACompressionThatTheReleaseLacks() {
        new Said(new ToolsCheck().findings(Inventories.planWith("dump: { compress: zstd }"), Inventories.tools(0)))
                .blocks("FM1072", "mydumper", "cannot compress with zstd", "dump.compress");
    }

    @Test
    void blocksToolsOfTwoReleases() {
        said(tools(Inventories.MYDUMPER, Inventories.tool(Tool.MYLOADER, 0, 10, 3)))
                .blocks("FM1061", "mydumper and myloader", "mydumper 0.10.1 and myloader 0.10.3", "same package");
    }

    @Test
    void blocksABuildWithoutTls() {
        ToolVersion plain = new ToolVersion(Tool.MYLOADER, 0, 10, 1, Set.of());

        said(tools(Inventories.MYDUMPER, plain)).blocks("FM1062", "myloader", "cannot encrypt", "--ssl");
    }

    private static ToolInventory tools(ToolVersion mydumper, ToolVersion myloader) {
        return new ToolInventory(Optional.of(mydumper), Optional.of(myloader), "", "", 0);
    }

    private static Said said(ToolInventory tools) {
        return new Said(new ToolsCheck().findings(Inventories.plan(), tools));
    }
}
