package io.flexmigrate.report;

import static io.flexmigrate.report.Amounts.count;
import static io.flexmigrate.report.Amounts.duration;

import io.flexmigrate.model.ClientView;

/** What a client saw of a cut-over, in words. */
final class ClientWords {

    private ClientWords() {}

    static String of(ClientView view) {
        return "a client was without an answer for " + duration(view.longestGap()) + " (usually "
                + duration(view.usualGap()) + "), " + count(view.errors(), "error")
                + (view.words().isEmpty() ? "" : ": " + view.words());
    }
}
