package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownDefectsTest {

    private static final ServerVersion MYSQL_5_7 = new ServerVersion(5, 7, 22);
    private static final ServerVersion MYSQL_8_0 = new ServerVersion(8, 0, 15);
    private static final ToolVersion FIXED = Versions.release(Tool.MYDUMPER, 0, 10, 3);
    private static final ToolVersion NEWER = Versions.release(Tool.MYDUMPER, 0, 16, 3);

    @Test
    void generatedDefaultsAreLostBefore0103On80() {
        assertThat(KnownDefects.losesGeneratedDefaults(Versions.DEBIAN, MYSQL_8_0))
                .isTrue();
        assertThat(KnownDefects.losesGeneratedDefaults(Versions.DEBIAN, MYSQL_5_7))
                .isFalse();
        assertThat(KnownDefects.losesGeneratedDefaults(FIXED, MYSQL_8_0)).isFalse();
    }

    @Test
    void coordinatesAreMissingBefore0163On84() {
        assertThat(KnownDefects.writesNoCoordinates(Versions.DEBIAN, new ServerVersion(8, 4, 0)))
                .isTrue();
        assertThat(KnownDefects.writesNoCoordinates(Versions.DEBIAN, MYSQL_8_0)).isFalse();
        assertThat(KnownDefects.writesNoCoordinates(NEWER, new ServerVersion(9, 7, 4)))
                .isFalse();
    }

    @Test
    void invisibleColumnsAreLostFrom8023On() {
        assertThat(KnownDefects.losesInvisibleColumns(NEWER, new ServerVersion(8, 0, 23)))
                .isTrue();
        assertThat(KnownDefects.losesInvisibleColumns(NEWER, new ServerVersion(8, 0, 22)))
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
    void namesAreMisreadThatMakeAmbiguousFileNames() {
        assertThat(List.of("we`ird", "we.ird", "x-schema", "x-schema-y", "a/b"))
                .allMatch(name -> KnownDefects.misreadsName(Versions.DEBIAN, new TableName("shop", name)))
                .allMatch(name -> KnownDefects.misreadsName(Versions.DEBIAN, new TableName(name, "orders")))
                .noneMatch(name -> KnownDefects.misreadsName(NEWER, new TableName("shop", name)));
        assertThat(KnownDefects.misreadsName(Versions.DEBIAN, new TableName("shop", "tä b'x")))
                .isFalse();
    }

    @Test
    void databasesBeyondAsciiAreMisread() {
        assertThat(KnownDefects.misreadsDatabase(Versions.DEBIAN, "größe")).isTrue();
        assertThat(KnownDefects.misreadsDatabase(Versions.DEBIAN, "old town")).isFalse();
    }

    @Test
    void columnsWithABacktickCannotBeDumpedBefore0110() {
        assertThat(KnownDefects.cannotDumpColumn(Versions.DEBIAN, "a`b")).isTrue();
        assertThat(KnownDefects.cannotDumpColumn(Versions.DEBIAN, "it's \"quoted\""))
                .isFalse();
        assertThat(KnownDefects.cannotDumpColumn(NEWER, "a`b")).isFalse();
    }

    @Test
    void textsInGeneratedColumnsAreMisreadFrom57() {
        assertThat(KnownDefects.misreadsGeneratedText(Versions.DEBIAN, MYSQL_5_7))
                .isTrue();
        assertThat(KnownDefects.misreadsGeneratedText(Versions.DEBIAN, MYSQL_8_0))
                .isFalse();
        assertThat(KnownDefects.misreadsGeneratedText(NEWER, MYSQL_5_7)).isFalse();
    }
}
