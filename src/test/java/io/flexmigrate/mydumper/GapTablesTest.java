package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.GapTable;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.SpecialColumn;
import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GapTablesTest {

    private static final ServerVersion MYSQL_5_7 = new ServerVersion(5, 7, 22);
    private static final ServerVersion MYSQL_8_0 = new ServerVersion(8, 0, 15);
    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final ToolVersion NEWEST = Versions.release(Tool.MYDUMPER, 1, 0, 1);

    @ParameterizedTest
    @ValueSource(strings = {"orders", "Orders_2", "order-lines", "2026", "_", "-"})
    void leavesPlainNamesToTheTool(String name) {
        assertThat(of(NEWEST, MYSQL_8_0, new TableName("shop", name))).isEmpty();
        assertThat(of(NEWEST, MYSQL_8_0, new TableName(name, "orders"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"we.ird", "a-schema", "a b", "größe", "back`tick", "a/b", "money$", "mydumper_3", "it's", "漢"})
    void takesTablesWithOtherNames(String name) {
        assertThat(of(NEWEST, MYSQL_8_0, new TableName("shop", name))).hasSize(1);
        assertThat(of(Versions.DEBIAN, MYSQL_5_7, new TableName(name, "orders")))
                .extracting(GapTable::reason)
                .containsExactly(Gap.NAME.reason());
    }

    @Test
    void keepsToolsAwayFromGeneratedColumnsWithTextsOf57() {
        List<SpecialColumn> columns = List.of(new SpecialColumn(ORDERS, "c", "varchar(20)", "VIRTUAL GENERATED"));

        assertThat(GapTables.of(NEWEST, MYSQL_5_7, List.of(ORDERS), columns))
                .containsExactly(new GapTable(ORDERS, Gap.GENERATED_TEXT.reason()));
        assertThat(GapTables.of(NEWEST, MYSQL_8_0, List.of(ORDERS), columns)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "float | - | FLOAT",
                "float(7,3) unsigned | - | FLOAT",
                "enum('','a') | - | EMPTY_MEMBER",
                "enum('a','') | - | EMPTY_MEMBER",
                "enum('') | - | EMPTY_MEMBER",
                "int | INVISIBLE | INVISIBLE_COLUMN",
                "bigint unsigned | auto_increment INVISIBLE | INVISIBLE_COLUMN"
            })
    void takesTablesWithColumnsThatEveryReleaseSpoils(String type, String extra, Gap gap) {
        List<SpecialColumn> columns = List.of(new SpecialColumn(ORDERS, "c", type, extra));

        assertThat(List.of(Versions.DEBIAN, NEWEST))
                .allSatisfy(tool -> assertThat(GapTables.of(tool, MYSQL_8_0, List.of(ORDERS), columns))
                        .containsExactly(new GapTable(ORDERS, gap.reason())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"double", "enum('a','b')", "enum('it''s','b')", "set('','a')"})
    void leavesOtherColumnsToTheTool(String type) {
        List<SpecialColumn> columns = List.of(new SpecialColumn(ORDERS, "c", type, "auto_increment"));

        assertThat(GapTables.of(Versions.DEBIAN, MYSQL_8_0, List.of(ORDERS), columns))
                .isEmpty();
    }

    @Test
    void takesTablesWithGeneratedDefaultsBefore0103On80() {
        List<SpecialColumn> columns = List.of(new SpecialColumn(ORDERS, "made", "timestamp", "DEFAULT_GENERATED"));
        ToolVersion mended = Versions.release(Tool.MYDUMPER, 0, 10, 3);

        assertThat(GapTables.of(Versions.DEBIAN, MYSQL_8_0, List.of(ORDERS), columns))
                .hasSize(1);
        assertThat(GapTables.of(Versions.DEBIAN, MYSQL_5_7, List.of(ORDERS), columns))
                .isEmpty();
        assertThat(GapTables.of(mended, MYSQL_8_0, List.of(ORDERS), columns)).isEmpty();
    }

    @Test
    void takesTablesWithBackticksInColumns() {
        List<SpecialColumn> columns = List.of(new SpecialColumn(ORDERS, "a`b", "int", ""));

        assertThat(GapTables.byReason(NEWEST, MYSQL_8_0, List.of(ORDERS), columns))
                .containsExactly(Map.entry(Gap.BACKTICK, List.of(ORDERS)));
    }

    @Test
    void givesEachTableOnceInOrderAndNoOther() {
        TableName lines = new TableName("shop", "lines");
        TableName view = new TableName("shop", "all_orders");
        List<SpecialColumn> columns = List.of(
                new SpecialColumn(view, "w", "float", ""),
                new SpecialColumn(ORDERS, "w", "float", ""),
                new SpecialColumn(ORDERS, "unseen", "int", "INVISIBLE"),
                new SpecialColumn(lines, "w", "float", ""));

        assertThat(GapTables.of(NEWEST, MYSQL_8_0, List.of(ORDERS, lines), columns))
                .containsExactly(
                        new GapTable(ORDERS, Gap.INVISIBLE_COLUMN.reason()), new GapTable(lines, Gap.FLOAT.reason()));
    }

    private static List<GapTable> of(ToolVersion tool, ServerVersion source, TableName table) {
        return GapTables.of(tool, source, List.of(table), List.of());
    }
}
