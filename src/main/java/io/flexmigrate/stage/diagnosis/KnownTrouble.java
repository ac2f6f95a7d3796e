package io.flexmigrate.stage.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What stops replication, by the error numbers of both its threads: refman/8.0/en/server-error-reference.html; 8.0 has
 * numbers from 13000 on for some that 5.7 numbers below 2000.
 */
public enum KnownTrouble {
    BINLOG_GONE(
            Course.RESEED,
            "The source no longer has the binlog that the target needs, or no event begins at those coordinates.",
            "What is missing cannot be replicated, and skipping would lose it: begin again with a new work directory, and keep"
                    + " binlogs longer on the source.",
            1236,
            13114),
    ROW_MISSING(
            Course.PERSON,
            "A row that the source changed is not on the target: somebody deleted it there, or the load was incomplete.",
            "Compare the row on both servers. Put it back on the target as it was on the source before this event and resume;"
                    + " or begin again with a new work directory.",
            1032),
    ROW_TWICE(
            Course.PERSON,
            "A row that the source wrote is on the target already: somebody wrote there, or the link began too early.",
            "Compare the row on both servers. Delete it on the target if it should not be there, and resume; or begin again with"
                    + " a new work directory.",
            1062),
    TABLE_MISSING(
            Course.PERSON,
            "The target lacks a table or a database that the source writes.",
            "Load it, or have the target's replication filter leave it out if it is not to move; then resume.",
            1146,
            1049,
            1051,
            1008),
    OTHER_COLUMNS(
            Course.PERSON,
            "A column has another type on the target, which does not convert what it gets.",
            "Compare SHOW CREATE TABLE on both servers, put the target's right, and resume.",
            1677,
            13146,
            1054,
            1535),
    ACCOUNT_STATEMENT(
            Course.PERSON,
            "The source's binlog has a statement about an account which the target cannot do.",
            "Make or drop the account on the target so that the statement can be done, and resume. Do not change accounts on the"
                    + " source during a migration.",
            1396,
            1410,
            1819,
            1141),
    SAME_IDENTITY(
            Course.PERSON,
            "The two servers have the same server_id or server_uuid, or gtid_mode does not fit.",
            "Give one of them another server_id, or delete auto.cnf of a server that was made of a copy and restart it; see"
                    + " FM1014 and FM1016.",
            1593,
            13117),
    UNREACHABLE(
            Course.PASSES,
            "The target does not reach the source: it is down, or the network or a firewall is between them.",
            "See that the source runs, and that the target may reach it at source.replication.host and port.",
            2002,
            2003,
            2006,
            2013,
            2055,
            1053,
            1158,
            1159,
            1160,
            1161),
    UNKNOWN_HOST(
            Course.PASSES,
            "The target does not know the source's host name.",
            "See that source.replication.host is a name that the target's network resolves, or give its address.",
            2005),
    TOO_MANY_CONNECTIONS(
            Course.PASSES,
            "The source takes no more connections.",
            "Raise max_connections on the source, or end sessions that nobody needs.",
            1040,
            1203,
            1226),
    HOST_BLOCKED(
            Course.PERSON,
            "The source has blocked the target's host after too many broken connections.",
            "Run FLUSH HOSTS on the source (TRUNCATE TABLE performance_schema.host_cache from 8.0.23 on), and resume.",
            1129,
            1130),
    LOGIN_REFUSED(
            Course.PERSON,
            "The source does not let the replication account in: its password, the hosts it may come from, or it needs TLS.",
            "Check source.replication.user and its password; with REQUIRE SSL give source.replication.ca. Then resume.",
            1045,
            1044,
            1227,
            3118),
    PASSWORD_EXPIRED(
            Course.PERSON,
            "The replication account's password has expired.",
            "ALTER USER on the source: set a new password, and PASSWORD EXPIRE NEVER. Then resume.",
            1820,
            1862),
    NEEDS_TLS(
            Course.PERSON,
            "The replication account's plugin wants an encrypted connection, and the link is none.",
            "Give source.replication.ca in the plan, or use mysql_native_password for the account.",
            2061),
    TLS_REFUSED(
            Course.PERSON,
            "The target and the source do not agree on an encrypted connection.",
            "Check that source.replication.ca signs the source's certificate, that it has not expired, and that both speak TLS"
                    + " 1.2.",
            2026,
            3159),
    RELAY_LOG_LOST(
            Course.PERSON,
            "The target cannot read what it had received and not applied.",
            "Resume: the source sends it again from where the target's data end.",
            1594,
            1595,
            1872,
            13121,
            13122,
            13124),
    TRANSACTIONS_GONE(
            Course.RESEED,
            "The source has purged transactions that the target lacks, or the target has some that the source never had.",
            "Compare gtid_purged of the source with gtid_executed of the target. Begin again with a new work directory.",
            1789,
            13547,
            3546),
    GTID_RULES(
            Course.PERSON,
            "A transaction breaks the rules of GTIDs on the target.",
            "Set enforce_gtid_consistency and gtid_mode on the target as on the source, and resume.",
            1786,
            1785,
            1787,
            1781,
            1782,
            1783),
    GENERATED_KEY(
            Course.PERSON,
            "The target adds an invisible primary key to tables without one, and this statement does not fit it.",
            "Set sql_generate_invisible_primary_key to OFF on the target for new tables, see FM1401; the table must be made anew.",
            1068,
            1075,
            4109),
    NOT_ALLOWED(
            Course.PERSON,
            "The target does not allow a statement of the source: definers, functions or server settings.",
            "See which statement it is; set log_bin_trust_function_creators to ON on the target for functions, and resume.",
            1419,
            1184,
            1418,
            1449,
            1231),
    LOCKED_ROW(
            Course.PASSES,
            "Somebody else on the target holds what replication has to change.",
            "End the sessions that lock rows on the target; nobody should write there before the cut-over.",
            1205,
            1213,
            3572),
    DISK_FULL(Course.PERSON, "The target's disk is full.", "Enlarge its storage, and resume.", 1021, 1114, 28),
    PACKET_TOO_LARGE(
            Course.PERSON,
            "An event is larger than max_allowed_packet or replica_max_allowed_packet of the target.",
            "Raise it on the target and resume, see FM1404.",
            1153,
            13113);

    /** What may come of it. */
    public enum Course {
        /** It may pass by itself. */
        PASSES,
        /** A person must put something right. */
        PERSON,
        /** Only a new dump helps. */
        RESEED
    }

    private final Course course;
    private final String cause;
    private final String remedy;

    @SuppressWarnings("ImmutableEnumChecker") // because Set.of is immutable
    private final Set<Integer> numbers;

    KnownTrouble(Course course, String cause, String remedy, Integer... numbers) {
        this.course = course;
        this.cause = cause;
        this.remedy = remedy;
        this.numbers = Set.of(numbers);
    }

    /** The one with this error number; empty for a number that is none of ours. */
    public static Optional<KnownTrouble> of(int number) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.numbers.contains(number))
                .findFirst();
    }

    public Course course() {
        return course;
    }

    /** What happened, as a sentence. */
    public String cause() {
        return cause;
    }

    /** What to do, as sentences. */
    public String remedy() {
        return remedy;
    }

    /** The numbers by which servers say it. */
    public Set<Integer> numbers() {
        return numbers;
    }
}
