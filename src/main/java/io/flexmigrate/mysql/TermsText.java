package io.flexmigrate.mysql;

import io.flexmigrate.mysql.AccountTerms.Encryption;
import io.flexmigrate.mysql.AccountTerms.Limits;
import io.flexmigrate.mysql.AccountTerms.PasswordRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** {@code CREATE USER} and {@code ALTER USER} with all terms of an account: refman/8.0/en/create-user.html. */
final class TermsText {

    private final AccountDefinition account;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    TermsText(AccountDefinition account) {
        this.account = account;
    }

    Sql create() {
        return statement("creating the account " + account.name(), "CREATE USER ", false, " ACCOUNT LOCK");
    }

    Sql alter() {
        return statement("changing the account " + account.name(), "ALTER USER ", true, "");
    }

    /** @param resets whether what is as the server has it must be said too */
    private Sql statement(String purpose, String verb, boolean resets, String lock) {
        AccountTerms terms = account.terms();
        add(
                verb + "?@? IDENTIFIED WITH ?",
                account.name().user(),
                account.name().host(),
                terms.proof().plugin());
        if (resets || !terms.proof().isEmpty()) {
            // because WITH alone would, of an account that is there, mark the password expired
            add(" AS ?", terms.proof().hash());
        }
        encryption(terms.encryption());
        limits(terms.limits(), resets);
        rules(terms.rules(), resets);
        add(lock);
        terms.attribute().ifPresent(json -> add(" ATTRIBUTE ?", json));
        return new Sql(purpose, text.toString(), values);
    }

    private void encryption(Encryption wanted) {
        switch (wanted.type()) {
            case "ANY" -> add(" REQUIRE SSL");
            case "X509" -> add(" REQUIRE X509");
            case "SPECIFIED" -> specified(wanted);
            default -> add(" REQUIRE NONE");
        }
    }

    private void specified(Encryption wanted) {
        add(" REQUIRE");
        specified("CIPHER", wanted.cipher());
        specified("ISSUER", wanted.issuer());
        specified("SUBJECT", wanted.subject());
    }

    /** AND may be left out between them. */
    private void specified(String word, String value) {
        if (!value.isEmpty()) {
            add(" " + word + " ?", value);
        }
    }

    private void limits(Limits limits, boolean resets) {
        if (resets || !limits.equals(new Limits(0, 0, 0, 0))) {
            add(" WITH MAX_QUERIES_PER_HOUR " + limits.queries() + " MAX_UPDATES_PER_HOUR " + limits.updates()
                    + " MAX_CONNECTIONS_PER_HOUR " + limits.connections() + " MAX_USER_CONNECTIONS "
                    + limits.userConnections());
        }
    }

    private void rules(PasswordRules rules, boolean resets) {
        if (rules.lifetime().isPresent() && rules.lifetime().getAsInt() == 0) {
            add(" PASSWORD EXPIRE NEVER");
        } else {
            rule(" PASSWORD EXPIRE ", rules.lifetime(), "INTERVAL ", " DAY", resets);
        }
        rule(" PASSWORD HISTORY ", rules.history(), "", "", false);
        rule(" PASSWORD REUSE INTERVAL ", rules.reuseDays(), "", " DAY", false);
        rules.requireCurrent().ifPresent(asks -> add(" PASSWORD REQUIRE CURRENT" + (asks ? "" : " OPTIONAL")));
        if (rules.failedLogins() != 0) {
            add(" FAILED_LOGIN_ATTEMPTS " + rules.failedLogins() + " PASSWORD_LOCK_TIME "
                    + (rules.lockDays() < 0 ? "UNBOUNDED" : rules.lockDays()));
        }
        if (rules.expired()) {
            add(" PASSWORD EXPIRE");
        }
    }

    private void rule(String words, OptionalInt number, String before, String after, boolean resets) {
        if (number.isPresent()) {
            add(words + before + number.getAsInt() + after);
        } else if (resets) {
            add(words + "DEFAULT");
        }
    }

    private void add(String more, Object... moreValues) {
        text.append(more);
        values.addAll(List.of(moreValues));
    }
}
