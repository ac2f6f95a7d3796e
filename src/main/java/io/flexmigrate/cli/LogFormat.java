package io.flexmigrate.cli;

/** How what happens is printed. */
enum LogFormat {
    TEXT,
    JSON
}
