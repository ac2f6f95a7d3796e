package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackupLockCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAToolThatTakesNoBackupLock() {
        source.privileges = Set.of("SELECT");

        assertThat(said(Inventories.MYDUMPER).findings()).isEmpty();
    }

    @Test
    void blocksAToolThatMayNotTakeIt() {
        source.privileges = Set.of("SELECT");

        said(newer()).blocks("FM1104", "source account migrate", "1.0.1", "GRANT BACKUP_ADMIN ON *.* TO 'migrate'");
    }

    @Test
    void hasNothingAgainstAToolThatMayTakeIt() {
        source.privileges = Set.of("BACKUP_ADMIN");

        assertThat(said(newer()).findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstAServerWithoutThatLock() {
        source.version = "5.7.22";
        source.privileges = Set.of("SELECT");

        assertThat(said(newer()).findings()).isEmpty();
    }

    private static ToolVersion newer() {
        return Inventories.tool(Tool.MYDUMPER, 1, 0, 1);
    }

    private Said said(ToolVersion tool) {
        ToolInventory tools =
                new ToolInventory(Optional.of(tool), Optional.of(Inventories.MYLOADER), "", "", Long.MAX_VALUE);
        return new Said(new BackupLockCheck().findings(Inventories.plan(), new SourceAndTools(source.seen(), tools)));
    }
}
