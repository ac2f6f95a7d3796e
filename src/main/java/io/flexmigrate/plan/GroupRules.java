package io.flexmigrate.plan;

import io.flexmigrate.plan.Plan.Group;
import io.flexmigrate.plan.Plan.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between the groups of a plan, and between them and its scope. */
final class GroupRules {

    private final Scope scope;
    private final Notebook notebook;
    private final Map<String, String> groupOfName = new HashMap<>();
    private final Map<String, String> groupOfDatabase = new HashMap<>();
    private final Map<String, String> groupOfAccount = new HashMap<>();

    GroupRules(Scope scope, Notebook notebook) {
        this.scope = scope;
        this.notebook = notebook;
    }

    void check(List<Group> groups) {
        checkScope();
        for (int index = 0; index < groups.size(); index++) {
            Group group = groups.get(index);
            String path = "cutover.groups[" + index + "]";
            checkName(group, path);
            checkDatabases(group, path, groups.size());
            checkAccounts(group, path);
        }
    }

    private void checkScope() {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < scope.databases().size(); index++) {
            String database = scope.databases().get(index);
            if (!seen.add(database) && !database.isEmpty()) {
                notebook.problem("scope.databases[" + index + "]", "is there twice, is '" + database + "'");
            }
        }
    }

    private void checkName(Group group, String path) {
        if (groupOfName.putIfAbsent(group.name(), path) != null && !group.name().isEmpty()) {
            notebook.problem(path + ".name", "must be unique, '" + group.name() + "' is there twice");
        }
    }

    private void checkDatabases(Group group, String path, int groups) {
        if (group.databases().isEmpty() && groups > 1) {
            notebook.problem(path + ".databases", "is required when there are several groups");
        }
        for (int index = 0; index < group.databases().size(); index++) {
            String database = group.databases().get(index);
            String place = path + ".databases[" + index + "]";
            checkOnce(groupOfDatabase, database, group.name(), place);
            if (!scope.isAll() && !database.isEmpty() && !scope.databases().contains(database)) {
                notebook.problem(place, "is not in scope.databases, is '" + database + "'");
            }
        }
    }

    private void checkAccounts(Group group, String path) {
        for (int index = 0; index < group.accounts().size(); index++) {
            String account = group.accounts().get(index).toString();
            checkOnce(groupOfAccount, account, group.name(), path + ".accounts[" + index + "]");
        }
    }

    private void checkOnce(Map<String, String> groupOf, String name, String group, String place) {
        String other = groupOf.putIfAbsent(name, group);
        if (other != null && !name.isEmpty() && !name.equals("@")) {
            notebook.problem(place, "must be in one group only, '" + name + "' is in '" + other + "' already");
        }
    }
}
