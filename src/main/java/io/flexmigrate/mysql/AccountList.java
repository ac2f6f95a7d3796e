package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of accounts as {@code mandatory_roles} writes it: {@code 'a'@'%',`b`,c@localhost}: refman/8.0/en/roles.html. */
final class AccountList {

    private static final String PART = "'((?:[^']|'')*)'|`((?:[^`]|``)*)`|\"((?:[^\"]|\"\")*)\"|([^@,'`\"\\s]+)";
    private static final Pattern ACCOUNT = Pattern.compile("(?:" + PART + ")(?:\\s*@\\s*(?:" + PART + "))?");
    private static final int FORMS = 4;

    private AccountList() {}

    static List<AccountName> parse(String text) {
        List<AccountName> names = new ArrayList<>();
        Matcher matcher = ACCOUNT.matcher(text);
        while (matcher.find()) {
            String host = part(matcher, FORMS);
            names.add(new AccountName(part(matcher, 0), host.isEmpty() ? "%" : host));
        }
        return names;
    }

    private static String part(Matcher matcher, int before) {
        List<String> quotes = List.of("'", "`", "\"", "");
        for (int form = 0; form < FORMS; form++) {
            String found = matcher.group(before + form + 1);
            if (found != null) {
                String quote = quotes.get(form);
                return found.replace(quote + quote, quote);
            }
        }
        return "";
    }
}
