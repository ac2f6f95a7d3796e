package io.flexmigrate.stage.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableLanesTest {

    private static final TableName LARGE = new TableName("shop", "large");
    private static final TableName PICTURES = new TableName("shop", "pictures");
    private static final TableName TEXTS = new TableName("shop", "texts");

    @Test
    void givesTablesWithLongValuesToOneLaneAlone() {
        TableLanes lanes = new TableLanes(List.of(LARGE, PICTURES, TEXTS), Set.of(PICTURES, TEXTS), 8);

        assertThat(lanes.count()).isEqualTo(2);
        assertThat(lanes.next(1)).contains(LARGE);
        assertThat(lanes.next(1)).isEmpty();
        assertThat(lanes.next(0)).contains(PICTURES);
        assertThat(lanes.next(0)).contains(TEXTS);
        assertThat(lanes.next(0)).isEmpty();
    }

    @Test
    void hasNoMoreLanesThanAskedForAndALaneForAll() {
        TableLanes lanes = new TableLanes(List.of(LARGE, PICTURES), Set.of(PICTURES), 1);

        assertThat(lanes.count()).isEqualTo(1);
        assertThat(lanes.next(0)).contains(PICTURES);
        assertThat(lanes.next(0)).contains(LARGE);
    }
}
