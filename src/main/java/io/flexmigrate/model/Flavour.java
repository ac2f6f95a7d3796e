package io.flexmigrate.model;

import java.util.Locale;

/** Who built the server, told from its version text, its comment and the variables only that builder has. */
public enum Flavour {
    MYSQL("MySQL"),
    PERCONA("Percona Server"),
    MARIADB("MariaDB"),
    AURORA("Amazon Aurora"),
    RDS("Amazon RDS"),
    CLOUD_SQL("Google Cloud SQL"),
    AZURE("Azure Database for MySQL");

    private final String label;

    Flavour(String label) {
        this.label = label;
    }

    /**
     * Tells the flavour of a server.
     *
     * @param version {@code @@version}
     * @param comment {@code @@version_comment}
     */
    public static Flavour of(String version, String comment) {
        String both = (version + " " + comment).toLowerCase(Locale.ROOT);
        if (both.contains("mariadb")) {
            return MARIADB;
        }
        if (both.contains("azure")) {
            return AZURE;
        }
        if (both.contains("aurora")) {
            return AURORA;
        }
        if (version.toLowerCase(Locale.ROOT).contains("-google")) {
            return CLOUD_SQL;
        }
        return both.contains("percona") ? PERCONA : MYSQL;
    }

    /** Whether a cloud runs it, so that nobody but the cloud has all privileges there. */
    public boolean isManaged() {
        return switch (this) {
            case AURORA, RDS, CLOUD_SQL, AZURE -> true;
            case MYSQL, PERCONA, MARIADB -> false;
        };
    }

    public String label() {
        return label;
    }
}
