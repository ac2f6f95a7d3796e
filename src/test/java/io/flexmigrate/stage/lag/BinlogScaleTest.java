package io.flexmigrate.stage.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.BinlogFiles;
import io.flexmigrate.mysql.BinlogFiles.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinlogScaleTest {

    private final BinlogScale scale = new BinlogScale();

    private long place(String file, long position) {
        return scale.place(new BinlogCoordinates(file, position)).orElse(-1);
    }

    @Test
    void measuresAcrossFilesAlsoWhenTheFirstArePurgedAndTheLastHasGrown() {
        scale.learn(new BinlogFiles(List.of(new File("b.000007", 1000), new File("b.000008", 300))));
        assertThat(place("b.000008", 250) - place("b.000007", 900)).isEqualTo(350);
        assertThat(place("b.000009", 4)).isEqualTo(-1);

        scale.learn(new BinlogFiles(List.of(new File("b.000008", 500), new File("b.000009", 200))));

        assertThat(place("b.000009", 100) - place("b.000007", 900)).isEqualTo(700);
    }
}
