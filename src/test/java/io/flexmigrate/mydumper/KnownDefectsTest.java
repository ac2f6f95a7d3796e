package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ServerVersion;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownDefectsTest {

    private static final ServerVersion MYSQL_5_7 = new ServerVersion(5, 7, 22);
    private static final ServerVersion MYSQL_8_0 = new ServerVersion(8, 0, 15);
    private static final ToolVersion NEWER = Versions.release(Tool.MYDUMPER, 0, 16, 3);

    @Test
    void coordinatesAreMissingBefore0163On84() {
        assertThat(KnownDefects.writesNoCoordinates(Versions.DEBIAN, new ServerVersion(8, 4, 0)))
                .isTrue();
        assertThat(KnownDefects.writesNoCoordinates(Versions.DEBIAN, MYSQL_8_0)).isFalse();
        assertThat(KnownDefects.writesNoCoordinates(NEWER, new ServerVersion(9, 7, 4)))
                .isFalse();
    }

    @Test
    void statisticsMustBeFreshOn80() {
        assertThat(KnownDefects.needsFreshStatistics(Versions.DEBIAN, MYSQL_8_0))
                .isTrue();
        assertThat(KnownDefects.needsFreshStatistics(Versions.DEBIAN, MYSQL_5_7))
                .isFalse();
    }

    @Test
    void explainMustHaveItsOldFormFrom0163On() {
        ServerVersion newest = new ServerVersion(9, 7, 4);

        assertThat(KnownDefects.misreadsExplain(NEWER, newest)).isTrue();
        assertThat(KnownDefects.misreadsExplain(NEWER, MYSQL_8_0)).isFalse();
        assertThat(KnownDefects.misreadsExplain(Versions.DEBIAN, newest)).isFalse();
    }

    @Test
    void theBackupLockIsTakenFrom0123OnUnlessTheBuildCanLeaveIt() {
        ToolVersion sparing = new ToolVersion(Tool.MYDUMPER, 0, 16, 3, Set.of("--skip-ddl-locks"));

        assertThat(KnownDefects.takesBackupLock(NEWER, MYSQL_8_0)).isTrue();
        assertThat(KnownDefects.takesBackupLock(NEWER, MYSQL_5_7)).isFalse();
        assertThat(KnownDefects.takesBackupLock(sparing, MYSQL_8_0)).isFalse();
        assertThat(KnownDefects.takesBackupLock(Versions.DEBIAN, MYSQL_8_0)).isFalse();
    }

    @Test
    void rowsAloneAreNotSeenByLoadersFrom0163To0193() {
        assertThat(KnownDefects.needsDatabaseFile(Versions.release(Tool.MYLOADER, 0, 15, 1)))
                .isFalse();
        assertThat(KnownDefects.needsDatabaseFile(Versions.release(Tool.MYLOADER, 0, 16, 3)))
                .isTrue();
        assertThat(KnownDefects.needsDatabaseFile(Versions.release(Tool.MYLOADER, 0, 19, 3)))
                .isTrue();
        assertThat(KnownDefects.needsDatabaseFile(Versions.release(Tool.MYLOADER, 0, 20, 2)))
                .isFalse();
    }

    @Test
    void databasesBeyondAsciiAreMisread() {
        assertThat(KnownDefects.misreadsDatabase(Versions.DEBIAN, "größe")).isTrue();
        assertThat(KnownDefects.misreadsDatabase(Versions.DEBIAN, "old town")).isFalse();
        assertThat(KnownDefects.misreadsDatabase(NEWER, "größe")).isFalse();
    }
}
