package io.flexmigrate.planning;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.planning.RemovedFeature.Effect;
import io.flexmigrate.planning.RemovedFeature.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds in SQL code what a newer server does not know any more: refman/8.0/en/mysql-nutshell.html,
 * refman/8.4/en/mysql-nutshell.html and refman/9.0/en/mysql-nutshell.html, "features removed".
 */
public final class RemovedFeatures {

    private static final ServerVersion V80 = new ServerVersion(8, 0, 0);
    private static final ServerVersion V84 = new ServerVersion(8, 4, 0);
    private static final ServerVersion V90 = new ServerVersion(9, 0, 0);

    private static final RemovedFeature GROUP_ORDER =
            new RemovedFeature("GROUP BY … ASC or DESC", V80, Effect.REFUSED, "ORDER BY");

    private static final RemovedFeature GRANT_PASSWORD = new RemovedFeature(
            "GRANT … IDENTIFIED BY", V80, Effect.REFUSED, "CREATE USER or ALTER USER before the GRANT");

    private static final RemovedFeature PASSWORD =
            new RemovedFeature("password()", V80, Effect.REFUSED, "hashing in the application");

    private static final List<Sign> SIGNS = List.of(
            sign("SQL_CACHE", V80, "SELECT without it", "SELECT SQL_CACHE"),
            sign("the query cache", V80, "nothing", "QUERY CACHE"),
            sign("\\N for NULL", V80, "NULL", "\\ N"),
            sign("PROCEDURE ANALYSE()", V80, "nothing", "PROCEDURE ANALYSE"),
            sign("IDENTIFIED BY PASSWORD", V80, "IDENTIFIED WITH … AS", "IDENTIFIED BY PASSWORD"),
            sign("ALTER TABLE … UPGRADE PARTITIONING", V80, "nothing", "UPGRADE PARTITIONING"),
            sign("CHANGE MASTER TO", V84, "CHANGE REPLICATION SOURCE TO", "CHANGE MASTER"),
            sign("START and STOP SLAVE", V84, "START REPLICA, STOP REPLICA", "START SLAVE", "STOP SLAVE"),
            sign("SHOW SLAVE STATUS", V84, "SHOW REPLICA STATUS", "SHOW SLAVE"),
            sign("SHOW MASTER STATUS", V84, "SHOW BINARY LOG STATUS", "SHOW MASTER"),
            sign("RESET MASTER", V84, "RESET BINARY LOGS AND GTIDS", "RESET MASTER"),
            sign("RESET SLAVE", V84, "RESET REPLICA", "RESET SLAVE"),
            sign("PURGE MASTER LOGS", V84, "PURGE BINARY LOGS", "PURGE MASTER"),
            sign("FLUSH HOSTS", V84, "TRUNCATE TABLE performance_schema.host_cache", "FLUSH HOSTS"),
            sign(
                    new RemovedFeature("mysql_native_password", V90, Effect.REFUSED_IN_VIEWS, "caching_sha2_password"),
                    "WITH MYSQL_NATIVE_PASSWORD"));

    private static final Set<String> FUNCTIONS_80 = words("""
            PASSWORD ENCRYPT DES_ENCRYPT DES_DECRYPT ENCODE DECODE AREA ASBINARY ASTEXT ASWKB ASWKT BUFFER CENTROID CONVEXHULL CROSSES
            DIMENSION DISJOINT DISTANCE ENDPOINT ENVELOPE EQUALS EXTERIORRING GEOMCOLLFROMTEXT GEOMCOLLFROMWKB
            GEOMETRYCOLLECTIONFROMTEXT GEOMETRYCOLLECTIONFROMWKB GEOMETRYFROMTEXT GEOMETRYFROMWKB GEOMETRYN GEOMETRYTYPE
            GEOMFROMTEXT GEOMFROMWKB GLENGTH INTERIORRINGN INTERSECTS ISCLOSED ISEMPTY ISSIMPLE LINEFROMTEXT LINEFROMWKB
            LINESTRINGFROMTEXT LINESTRINGFROMWKB MLINEFROMTEXT MLINEFROMWKB MPOINTFROMTEXT MPOINTFROMWKB MPOLYFROMTEXT
            MPOLYFROMWKB MULTILINESTRINGFROMTEXT MULTILINESTRINGFROMWKB MULTIPOINTFROMTEXT MULTIPOINTFROMWKB
            MULTIPOLYGONFROMTEXT MULTIPOLYGONFROMWKB NUMGEOMETRIES NUMINTERIORRINGS NUMPOINTS OVERLAPS POINTFROMTEXT
            POINTFROMWKB POINTN POLYFROMTEXT POLYFROMWKB POLYGONFROMTEXT POLYGONFROMWKB SRID STARTPOINT TOUCHES WITHIN X Y
            """);

    private static final Set<String> VARIABLES_80 = words("""
            QUERY_CACHE_TYPE QUERY_CACHE_SIZE QUERY_CACHE_LIMIT QUERY_CACHE_MIN_RES_UNIT QUERY_CACHE_WLOCK_INVALIDATE
            TX_ISOLATION TX_READ_ONLY OLD_PASSWORDS SECURE_AUTH LOG_WARNINGS SYNC_FRM MULTI_RANGE_COUNT MAX_TMP_TABLES
            IGNORE_BUILTIN_INNODB INNODB_FILE_FORMAT INNODB_LARGE_PREFIX INNODB_SUPPORT_XA
            METADATA_LOCKS_CACHE_SIZE HAVE_CRYPT
            """);

    private static final Set<String> VARIABLES_84 = words("""
            EXPIRE_LOGS_DAYS DEFAULT_AUTHENTICATION_PLUGIN MASTER_INFO_REPOSITORY RELAY_LOG_INFO_REPOSITORY
            SLAVE_ROWS_SEARCH_ALGORITHMS AVOID_TEMPORAL_UPGRADE SHOW_OLD_TEMPORALS
            """);

    private static final Set<String> INFORMATION_80 = words("""
            GLOBAL_STATUS GLOBAL_VARIABLES SESSION_STATUS SESSION_VARIABLES INNODB_LOCKS INNODB_LOCK_WAITS INNODB_SYS_TABLES
            INNODB_SYS_INDEXES INNODB_SYS_COLUMNS INNODB_SYS_FIELDS INNODB_SYS_FOREIGN INNODB_SYS_FOREIGN_COLS
            INNODB_SYS_TABLESPACES INNODB_SYS_DATAFILES INNODB_SYS_TABLESTATS INNODB_SYS_VIRTUAL
            """);

    /** After these words a name before a parenthesis is that of a table. */
    private static final Set<String> BEFORE_A_TABLE = Set.of(
            "INTO",
            "TABLE",
            "REPLACE",
            "EXISTS",
            "REFERENCES",
            "ON",
            ".",
            "KEY",
            "INDEX",
            "UNIQUE",
            "CONSTRAINT",
            "WITH",
            "PROCEDURE",
            "FUNCTION",
            "CALL");

    private static final Set<String> AFTER_A_GROUP =
            Set.of("HAVING", "ORDER", "LIMIT", "PROCEDURE", "FOR", "INTO", "WITH", "UNION", "WINDOW", ";");

    private final ServerVersion older;
    private final ServerVersion newer;
    private final Set<String> ownFunctions;

    /**
     * Looks for what the one server has and the other one has not.
     *
     * @param ownFunctions functions that people made, in upper case: calling one of them is no use of something removed
     */
    public RemovedFeatures(ServerVersion older, ServerVersion newer, Set<String> ownFunctions) {
        this.older = older;
        this.newer = newer;
        this.ownFunctions = Set.copyOf(ownFunctions);
    }

    /** Each feature once. */
    public List<RemovedFeature> in(List<Token> tokens) {
        List<RemovedFeature> found = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            int here = at;
            SIGNS.stream()
                    .filter(sign -> sign.standsAt(tokens, here))
                    .map(Sign::feature)
                    .forEach(found::add);
            byName(tokens, at).forEach(found::add);
            byClause(tokens, at).forEach(found::add);
        }
        return found.stream()
                .distinct()
                .filter(feature -> feature.goesBetween(older, newer))
                .toList();
    }

    private Stream<RemovedFeature> byName(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        String name = token.text().toUpperCase(Locale.ROOT);
        if (token.kind() == Token.Kind.VARIABLE && name.startsWith("@@")) {
            return variable(name.substring(name.lastIndexOf('.') < 0 ? 2 : name.lastIndexOf('.') + 1));
        }
        if (shape(tokens, at - 1).matches("SESSION|GLOBAL|SET") && token.kind() == Token.Kind.WORD) {
            return variable(name);
        }
        if (shape(tokens, at + 1).equals("(")
                && isFunction(token, name)
                && !BEFORE_A_TABLE.contains(shape(tokens, at - 1))) {
            return Stream.of(
                    name.equals("PASSWORD")
                            ? PASSWORD
                            : lost(name.toLowerCase(Locale.ROOT) + "()", "its successor; for places ST_…"));
        }
        if (token.mayName() && INFORMATION_80.contains(name) && isOfInformationSchema(tokens, at)) {
            return Stream.of(lost("information_schema." + name, "performance_schema"));
        }
        return Stream.empty();
    }

    private boolean isFunction(Token token, String name) {
        return token.mayName() && FUNCTIONS_80.contains(name) && !ownFunctions.contains(name);
    }

    private static boolean isOfInformationSchema(List<Token> tokens, int at) {
        return at > 1
                && tokens.get(at - 1).isSign(".")
                && tokens.get(at - 2).text().equalsIgnoreCase("information_schema");
    }

    private static Stream<RemovedFeature> variable(String name) {
        String words = "the variable " + name.toLowerCase(Locale.ROOT);
        String instead =
                name.startsWith("TX_") ? "transaction_" + name.substring(3).toLowerCase(Locale.ROOT) : "nothing";
        if (VARIABLES_80.contains(name)) {
            return Stream.of(new RemovedFeature(words, V80, Effect.REFUSED, instead));
        }
        return VARIABLES_84.contains(name)
                ? Stream.of(new RemovedFeature(words, V84, Effect.REFUSED, instead))
                : Stream.empty();
    }

    private static Stream<RemovedFeature> byClause(List<Token> tokens, int at) {
        if (tokens.get(at).isWord("GROUP") && shape(tokens, at + 1).equals("BY") && isOrdered(tokens, at + 2)) {
            return Stream.of(GROUP_ORDER);
        }
        return tokens.get(at).isWord("GRANT") && givesPassword(tokens, at) ? Stream.of(GRANT_PASSWORD) : Stream.empty();
    }

    private static boolean isOrdered(List<Token> tokens, int from) {
        int depth = 0;
        for (int at = from; at < tokens.size() && depth >= 0; at++) {
            String shape = tokens.get(at).shape();
            if (depth == 0 && (shape.equals("ASC") || shape.equals("DESC"))) {
                return true;
            }
            if (depth == 0 && AFTER_A_GROUP.contains(shape)) {
                return false;
            }
            depth += shape.equals("(") ? 1 : shape.equals(")") ? -1 : 0;
        }
        return false;
    }

    private static boolean givesPassword(List<Token> tokens, int from) {
        for (int at = from; at < tokens.size() && !tokens.get(at).isSign(";"); at++) {
            if (tokens.get(at).isWord("IDENTIFIED")) {
                return true;
            }
        }
        return false;
    }

    private static String shape(List<Token> tokens, int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at).shape();
    }

    private static Sign sign(String name, ServerVersion since, String instead, String... sequences) {
        return sign(new RemovedFeature(name, since, Effect.REFUSED, instead), sequences);
    }

    private static RemovedFeature lost(String name, String instead) {
        return new RemovedFeature(name, V80, Effect.REFUSED_IN_VIEWS, instead);
    }

    private static Sign sign(RemovedFeature feature, String... sequences) {
        return new Sign(
                feature,
                Stream.of(sequences)
                        .map(sequence -> List.of(sequence.split(" ", -1)))
                        .toList());
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }
}
