package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpSliceTest {

    private static final TableName ORDERS = new TableName("shop", "orders");

    @TempDir
    private Path temporary;

    private DumpSlice slice = new DumpSlice(Path.of("replaced"), Path.of("replaced"));

    @BeforeEach
    void newDirectories() throws IOException {
        slice = new DumpSlice(
                Files.createDirectory(temporary.resolve("schemas")), Files.createDirectory(temporary.resolve("rows")));
    }

    private List<DumpSlice.Piece> moved() {
        return slice.moveTo(temporary.resolve("slice"), "scratch", List.of(ORDERS));
    }

    private String file(String name) throws IOException {
        return Files.readString(temporary.resolve("slice").resolve(name));
    }

    @Test
    void cutsAfterTheLastWholeStatementAndCountsItsRows() throws IOException {
        String whole = "SET NAMES binary;\nINSERT INTO `orders` VALUES\n(1,\"a;\\n(b\"),\n(2,\"c\");\n";
        Files.writeString(
                slice.schemas().resolve("shop.orders-schema.sql"), "CREATE TABLE `orders` (\n  `id` int\n);\n");
        Files.writeString(
                slice.data().resolve("shop.orders.sql"), whole + "INSERT INTO `orders` VALUES\n(3,\"d\"),\n(4,\"");

        assertThat(moved()).containsExactly(new DumpSlice.Piece(ORDERS, 2, whole.length()));
        assertThat(file("scratch.orders.00000.sql")).isEqualTo(whole);
    }

    @Test
    void leavesOutForeignKeysWhichMightNameAnotherDatabase() throws IOException {
        Files.writeString(slice.schemas().resolve("shop.orders-schema.sql"), """
                CREATE TABLE `orders` (
                  `id` int NOT NULL COMMENT 'CONSTRAINT `a` FOREIGN KEY (',
                  PRIMARY KEY (`id`),
                  CONSTRAINT `a``b` FOREIGN KEY (`id`) REFERENCES `billing`.`account` (`id`),
                  CONSTRAINT `b` FOREIGN KEY (`id`) REFERENCES `customer` (`id`)
                ) ENGINE=InnoDB;
                """);
        moved();

        assertThat(file("scratch.orders-schema.sql")).isEqualTo("""
                CREATE TABLE `orders` (
                  `id` int NOT NULL COMMENT 'CONSTRAINT `a` FOREIGN KEY (',
                  PRIMARY KEY (`id`)
                ) ENGINE=InnoDB;
                """);
    }

    @Test
    void takesNothingThatNamesAnotherDatabase() throws IOException {
        Files.writeString(slice.schemas().resolve("shop-schema-create.sql"), "CREATE DATABASE `shop`;\n");
        Files.writeString(
                slice.schemas().resolve("shop.orders-schema.sql"), "CREATE TABLE `orders` (\n  `id` int\n);\n");
        Files.writeString(slice.data().resolve("shop.other.sql"), "INSERT INTO `other` VALUES\n(1);\n");
        moved();

        assertThat(temporary.resolve("slice")).isDirectoryContaining("glob:**/metadata");
        assertThat(temporary.resolve("slice").toFile().list())
                .containsExactlyInAnyOrder("metadata", "scratch.orders-schema.sql");
    }
}
