package io.flexmigrate.lab;

import io.flexmigrate.model.ServerVersion;

/** A server version the lab can start. */
public enum LabVersion {
    /** Its TLS library (yaSSL) ends at TLS 1.1, which nobody else accepts any more, so its connections are plain. */
    MYSQL_5_7("5.7.22", "DISABLED", "mysql:5.7"),
    MYSQL_8_0("8.0.15", "REQUIRED", "mysql:8.0");

    private final String number;
    private final String sslMode;
    private final String image;

    LabVersion(String number, String sslMode, String image) {
        this.number = number;
        this.sslMode = sslMode;
        this.image = image;
    }

    /** The version of the local binaries; an image may be of another patch release. */
    public ServerVersion number() {
        return ServerVersion.parse(number);
    }

    /** Whether connections to it can be encrypted. */
    public boolean speaksTls() {
        return !sslMode.equals("DISABLED");
    }

    /** How the lab connects to it unless told otherwise, in Connector/J's words. */
    String sslMode() {
        return sslMode;
    }

    String image() {
        return image;
    }
}
