package io.flexmigrate.stage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirtyRowsTest {

    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final TableName PLACES = new TableName("shop", "places");

    private final DirtyRows dirty = new DirtyRows(3);

    @Test
    void forgetsARowOnlyWhenItWasProvenAfterItsLastChange() {
        dirty.row(ORDERS, key(1), at(100));
        dirty.row(ORDERS, key(1), at(200));
        dirty.row(ORDERS, key(2), at(150));

        dirty.settle(ORDERS, List.of(key(1), key(2), key(3)), at(199));

        assertThat(dirty.portions(10)).containsExactly(new DirtyRows.Portion(ORDERS, List.of(key(1))));
        assertThat(dirty.changed(ORDERS, key(1))).contains(at(200));
        assertThat(dirty.size()).isEqualTo(1);
        dirty.settle(ORDERS, List.of(key(1)), at(200));
        assertThat(dirty.portions(10)).isEmpty();
    }

    @Test
    void makesOneTableOfTheManyRowsOfIt() {
        dirty.row(ORDERS, key(1), at(100));
        dirty.row(PLACES, key(1), at(110));
        dirty.row(ORDERS, key(2), at(120));
        dirty.row(ORDERS, key(3), at(130));

        assertThat(dirty.tables()).containsExactly(ORDERS);
        assertThat(dirty.portions(10)).containsExactly(new DirtyRows.Portion(PLACES, List.of(key(1))));
        assertThat(dirty.size()).isEqualTo(1);

        dirty.settle(ORDERS, at(129));
        assertThat(dirty.tables()).containsExactly(ORDERS);
        dirty.settle(ORDERS, at(130));
        assertThat(dirty.tables()).isEmpty();
    }

    @Test
    void keepsRowsThatChangedAfterTheirTableWasProven() {
        dirty.table(ORDERS, at(100));
        dirty.row(ORDERS, key(1), at(90));
        dirty.row(ORDERS, key(2), at(300));
        assertThat(dirty.portions(10)).isEmpty();

        dirty.settle(ORDERS, at(200));

        assertThat(dirty.tables()).isEmpty();
        assertThat(dirty.portions(10)).containsExactly(new DirtyRows.Portion(ORDERS, List.of(key(2))));
    }

    @Test
    void givesRowsInPortions() {
        DirtyRows many = new DirtyRows(100);
        for (int i = 0; i < 25; i++) {
            many.row(ORDERS, key(i), at(100));
        }

        assertThat(many.portions(10))
                .extracting(portion -> portion.keys().size())
                .containsExactly(10, 10, 5);
    }

    private static RowKey key(int id) {
        return new RowKey(List.of(Integer.toString(id)));
    }

    private static BinlogCoordinates at(long position) {
        return new BinlogCoordinates("binlog.000001", position);
    }
}
