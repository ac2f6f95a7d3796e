package io.flexmigrate.stage.accounts;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.AccountTerms;
import io.flexmigrate.mysql.AccountTerms.PasswordRules;
import java.util.List;
import java.util.Optional;

/**
 * Leaves out of an account's terms what the target is too old for: refman/8.0/en/create-user.html says what came when.
 *
 * @param version of the target
 */
record TermsFit(ServerVersion version) {

    AccountDefinition fitted(AccountDefinition account, List<Omission> omissions) {
        AccountTerms terms = account.terms();
        PasswordRules rules = terms.rules();
        Optional<String> attribute = version.isAtLeast(8, 0, 21) ? terms.attribute() : Optional.empty();
        boolean countsFailures = rules.failedLogins() == 0 || version.isAtLeast(8, 0, 19);
        say(attribute.equals(terms.attribute()), account, "comment and attributes", omissions);
        say(countsFailures, account, "FAILED_LOGIN_ATTEMPTS and PASSWORD_LOCK_TIME", omissions);
        PasswordRules fitted = countsFailures
                ? rules
                : new PasswordRules(
                        rules.expired(),
                        rules.lifetime(),
                        rules.history(),
                        rules.reuseDays(),
                        rules.requireCurrent(),
                        0,
                        0);
        return new AccountDefinition(
                account.name(),
                account.locked(),
                new AccountTerms(terms.proof(), terms.encryption(), terms.limits(), fitted, attribute),
                account.permissions(),
                account.proxied(),
                account.secondFactors());
    }

    private void say(boolean fits, AccountDefinition account, String what, List<Omission> omissions) {
        if (!fits) {
            omissions.add(new Omission(account.name(), what, "The target (" + version + ") is too old for it.", ""));
        }
    }
}
