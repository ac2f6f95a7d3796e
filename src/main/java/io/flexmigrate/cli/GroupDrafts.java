package io.flexmigrate.cli;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.plan.Plan.Group;
import io.flexmigrate.plan.PlanDraft;
import io.flexmigrate.plan.PlanDraft.GroupDraft;
import io.flexmigrate.planning.GroupProposal;
import io.flexmigrate.planning.GroupProposal.ProposedGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The groups that a new plan can have.
 *
 * @param name that of the plan, and of the group of all databases
 * @param proposal the smallest ones
 */
record GroupDrafts(String name, GroupProposal proposal) {

    private static final int MOST_LISTED = 200;

    /** One group of everything; it lists no databases where they are very many, or where a plan cannot name one. */
    GroupDraft one() {
        List<String> databases = proposal.groups().stream()
                .flatMap(group -> group.databases().stream())
                .sorted()
                .toList();
        boolean listed = databases.size() <= MOST_LISTED && databases.stream().allMatch(PlanDraft::canName);
        List<AccountName> accounts = proposal.groups().stream()
                .flatMap(group -> group.accounts().stream())
                .sorted(Comparator.comparing(AccountName::toString))
                .toList();
        List<String> remarks = new ArrayList<>();
        if (!listed) {
            remarks.add("All " + databases.size() + " databases.");
        }
        if (proposal.groups().size() == 1) {
            remarks.addAll(proposal.groups().get(0).reasons());
        }
        remarks.addAll(unnamed(accounts));
        return new GroupDraft(new Group(name, listed ? databases : List.of(), nameable(accounts), List.of()), remarks);
    }

    /** As many as can cut over one after the other. */
    List<GroupDraft> smallest() {
        return proposal.groups().stream().map(GroupDrafts::draft).toList();
    }

    /** The databases that a plan cannot name. */
    List<String> unnameable() {
        return proposal.groups().stream()
                .flatMap(group -> group.databases().stream())
                .filter(database -> !PlanDraft.canName(database))
                .toList();
    }

    private static GroupDraft draft(ProposedGroup group) {
        List<String> remarks = new ArrayList<>(group.reasons());
        remarks.addAll(unnamed(group.accounts()));
        return new GroupDraft(
                new Group(group.name(), group.databases(), nameable(group.accounts()), List.of()), remarks);
    }

    private static List<AccountName> nameable(List<AccountName> accounts) {
        return accounts.stream().filter(PlanDraft::canName).toList();
    }

    private static List<String> unnamed(List<AccountName> accounts) {
        return accounts.stream()
                .filter(account -> !PlanDraft.canName(account))
                .map(account -> account.quoted() + " writes here too, and a plan cannot name it")
                .toList();
    }
}
