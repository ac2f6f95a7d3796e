package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairFileTest {

    @Test
    void isReadableByUsAloneAndCompleteWhenItIsThere(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("out.sql");
        RepairFile file = new RepairFile(path);
        assertThat(file.problem()).isEmpty();

        String said = file.write(writer -> {
            assertThat(path).doesNotExist();
            writer.write("-- é");
            return "written";
        });

        assertThat(said).isEqualTo("written");
        assertThat(path).hasContent("-- é");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryNotContaining(left -> !left.equals(path));
        assertThat(file.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("already"));
    }

    @Test
    void neverTakesThePlaceOfWhatSomebodyMadeMeanwhile(@TempDir Path directory) {
        Path path = directory.resolve("out.sql");

        assertThatThrownBy(() -> new RepairFile(path).write(writer -> Files.writeString(path, "mine")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Nothing was applied");

        assertThat(path).hasContent("mine");
    }

    @Test
    void leavesNothingWhenTheStatementsCannotBeMade(@TempDir Path directory) {
        assertThatThrownBy(() -> new RepairFile(directory.resolve("out.sql")).write(writer -> {
                    writer.write("half");
                    throw new IOException("the disk is full");
                }))
                .hasMessageContaining("the disk is full");

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void isNotBegunWhereThereIsNoDirectory(@TempDir Path directory) {
        assertThat(new RepairFile(directory.resolve("no/out.sql")).problem()).isPresent();
    }
}
