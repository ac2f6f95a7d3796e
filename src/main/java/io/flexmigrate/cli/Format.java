package io.flexmigrate.cli;

/** How results are printed. */
enum Format {
    TEXT,
    JSON
}
