package io.flexmigrate.lab;

/** What a flexible server with high availability offered for Data-in replication, by time. */
public enum Ha {
    /** No high availability: all procedures. */
    NONE,
    /** 2021: no {@code mysql.az_replication_*} procedure at all. */
    PROCEDURES_ABSENT_2021,
    /** Since 2023: GTIDs are on, and a source can be named only by GTID. */
    GTID_ONLY
}
