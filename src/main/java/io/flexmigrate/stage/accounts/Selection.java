package io.flexmigrate.stage.accounts;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.AccountDefinitions;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which accounts of the source can be copied, and what of them. */
record Selection(Plan plan, List<String> databases, TargetFace target) {

    CopyPlan of(AccountDefinitions source) {
        Objections objections = new Objections(plan, target.plugins());
        List<Omission> omissions = new ArrayList<>();
        List<AccountDefinition> chosen = new ArrayList<>();
        source.all().stream()
                .filter(account -> objections.concerns(account.name()))
                .forEach(account -> objections
                        .to(account.name(), account.terms().proof().plugin())
                        .ifPresentOrElse(omissions::add, () -> chosen.add(account)));
        Set<AccountName> names = new HashSet<>(target.accounts().byName().keySet());
        chosen.forEach(account -> names.add(account.name()));
        Narrowing narrowing = new Narrowing(plan, databases, target, names, source.partialRevokes());
        List<AccountDefinition> accounts = chosen.stream()
                .map(account -> narrowing.narrowed(account, omissions))
                .toList();
        omissions.addAll(mandatory(source));
        return new CopyPlan(accounts, omissions);
    }

    /** Roles that everybody has on the source, and nobody is granted by name. */
    private List<Omission> mandatory(AccountDefinitions source) {
        return source.mandatoryRoles().stream()
                .filter(role -> !target.accounts().mandatoryRoles().contains(role))
                .map(role -> new Omission(
                        role,
                        "being mandatory",
                        "On the source everybody has this role (mandatory_roles); on the target nobody has it unasked.",
                        "Set mandatory_roles on the target, or grant the role to those who need it."))
                .toList();
    }
}
