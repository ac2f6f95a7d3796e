package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Privileges;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1450 and FM1451: the definers that the plan names can be. */
final class DefinerMapCheck implements Check<BothServers> {

    private static final Rule MAY = Rule.absolute(
            "FM1450",
            "Our account on the target may make objects for the definers of the plan",
            "Only who has SET_USER_ID, SET_ANY_DEFINER or SUPER makes an object that runs as another account; a flexible server's"
                    + " administrator has none of them.",
            "https://dev.mysql.com/doc/refman/8.0/en/stored-objects-security.html");

    private static final Rule THERE = Rule.of(
            "FM1451",
            "The definers of the plan are on the target, or are copied there",
            "What a missing account defines fails with error 1449 when it is used.",
            "https://dev.mysql.com/doc/refman/8.0/en/stored-objects-security.html");

    @Override
    public List<Rule> rules() {
        return List.of(MAY, THERE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        String user = plan.target().endpoint().user();
        List<AccountName> others = plan.definers().values().stream()
                .filter(definer -> !definer.user().equals(user))
                .distinct()
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (others.isEmpty()) {
            return findings;
        }
        TargetAccounts there = seen.target().part(TargetAccounts.class);
        if (!mayMakeForOthers(seen.target().server().privileges())) {
            findings.add(MAY.blocker(
                    "target account " + user,
                    "It may not make objects for " + others + ".",
                    "Leave these out of definers: what they would define becomes the account's own. On a plain MySQL grant it"
                            + " SET_USER_ID (SUPER on 5.7, SET_ANY_DEFINER from 8.2 on)."));
            return findings;
        }
        others.stream()
                .filter(definer -> !there.names().contains(definer) && !isCopied(definer, plan, seen))
                .forEach(definer -> findings.add(THERE.warning(
                        "definers " + definer,
                        "The target has no such account, and the run does not copy it.",
                        "Create it there:\nCREATE USER " + definer.quoted() + " ACCOUNT LOCK;")));
        return findings;
    }

    private static boolean mayMakeForOthers(Privileges ours) {
        return ours.hasAny("SUPER", "SET_USER_ID", "SET_ANY_DEFINER");
    }

    private static boolean isCopied(AccountName definer, Plan plan, BothServers seen) {
        return plan.accounts().copy()
                && seen.source()
                        .part(SourceAccounts.class)
                        .accounts()
                        .find(definer)
                        .isPresent();
    }
}
