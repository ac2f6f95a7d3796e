package io.flexmigrate.model;

/** Where a target begins to replicate. */
public sealed interface LinkStart {

    /** From this place in the source's binlog on. */
    record AtPosition(BinlogCoordinates coordinates) implements LinkStart {

        @Override
        public String toString() {
            return coordinates.toString();
        }
    }

    /** With every transaction of the source that the target does not have. */
    record AfterTransactions(GtidSet executed) implements LinkStart {

        @Override
        public String toString() {
            return executed.toString();
        }
    }
}
