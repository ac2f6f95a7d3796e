package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.mysql.Accounts;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** FM1207: the accounts that views, routines, triggers and events run as exist. */
final class DefinersCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.of(
            "FM1207",
            "Definers exist on the source",
            "An object that runs with the privileges of a missing account fails on the source with error 1449. On the target it"
                    + " belongs to the administrator, so it begins to work there, with the administrator's privileges.",
            "https://dev.mysql.com/doc/refman/8.0/en/stored-objects-security.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        Accounts accounts = seen.part(SourceAccounts.class).accounts();
        Map<String, List<String>> missing = seen.part(StoredCode.class).of(seen.scope()).stream()
                .filter(StoredObject::asDefiner)
                .filter(object ->
                        accounts.find(AccountName.parse(object.definer())).isEmpty())
                .collect(Collectors.groupingBy(
                        StoredObject::definer,
                        TreeMap::new,
                        Collectors.mapping(StoredObject::label, Collectors.toList())));
        return missing.entrySet().stream()
                .map(entry -> finding(AccountName.parse(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Finding finding(AccountName definer, List<String> objects) {
        return RULE.warning(
                "definer " + definer,
                "There is no such account on the source, and it is the definer of " + new Names(objects).shown() + ".",
                "Drop what nobody uses, or create the account on the source and see that what belongs to it works:\n"
                        + "CREATE USER " + definer.quoted() + " ACCOUNT LOCK;");
    }
}
