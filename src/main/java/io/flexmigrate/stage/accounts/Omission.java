package io.flexmigrate.stage.accounts;

import io.flexmigrate.model.AccountName;

/**
 * Something of an account that does not come to the target.
 *
 * @param what the account itself, a privilege, a term of its login
 * @param consequence what follows from that for its clients
 * @param instead what a person can do about it; may be empty
 */
public record Omission(AccountName account, String what, String consequence, String instead) {

    static final String WHOLE = "the account";

    /** An account that is not copied at all. */
    static Omission whole(AccountName account, String why, String instead) {
        return new Omission(account, WHOLE, why, instead);
    }

    /** Whether it is the account itself that stays behind. */
    public boolean isWhole() {
        return what.equals(WHOLE);
    }

    /** The first half, by which it is told from others. */
    public String subject() {
        return account + ": " + what;
    }

    /** The second half, as sentences. */
    public String words() {
        return instead.isEmpty() ? consequence : consequence + " " + instead;
    }
}
