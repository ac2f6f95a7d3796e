package io.flexmigrate.cli;

import java.nio.file.Path;
import java.util.Locale;

/** How a planning report is written. */
enum ReportFormat {
    TEXT,
    JSON,
    HTML;

    /** What the ending of a file's name promises: text unless it is that of another format. */
    static ReportFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return JSON;
        }
        return name.endsWith(".html") || name.endsWith(".htm") ? HTML : TEXT;
    }
}
