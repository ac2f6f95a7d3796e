package io.flexmigrate.mysql;

import static io.flexmigrate.mysql.Permissions.GRANT_OPTION;

import io.flexmigrate.model.AccountName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The statements that make an account of a server what it shall be: each whole in itself, those of the lock excepted.
 *
 * <p>Names and hashes are values of the statements, or stand between backticks, so that no sql_mode reads them otherwise.
 */
public record AccountChanges(AccountDefinition wanted) {

    /** Makes it, with its terms and locked; a role is an account that is locked, expired and without a password. */
    public Sql create() {
        return new TermsText(wanted).create();
    }

    /** Gives an account that is there its terms; empty when it has them. The lock stays as it is. */
    public Optional<Sql> alter(AccountDefinition present) {
        return present.terms().equals(wanted.terms()) ? Optional.empty() : Optional.of(new TermsText(wanted).alter());
    }

    /** Grants what is missing and revokes what is too much, roles last. */
    public List<Sql> permissions(Permissions present) {
        List<Sql> changes = new ArrayList<>();
        Permissions goal = wanted.permissions();
        Set<GrantPlace> places = new TreeSet<>(present.privileges().keySet());
        places.addAll(goal.privileges().keySet());
        // because a server may write a name in another case than it was told: what is granted last must stand
        for (GrantPlace place : places) {
            Set<String> surplus = without(present.at(place), goal.at(place));
            if (!surplus.isEmpty()) {
                changes.add(revoke(String.join(", ", surplus), place.quoted()));
            }
        }
        for (GrantPlace place : places) {
            Set<String> missing = without(goal.at(place), present.at(place));
            if (!missing.isEmpty()) {
                changes.add(grant(missing, place));
            }
        }
        changes.addAll(dynamic(present));
        changes.addAll(restrictions(present));
        changes.addAll(roles(present));
        return changes;
    }

    private Sql grant(Set<String> names, GrantPlace place) {
        String listed =
                names.stream().filter(name -> !name.equals(GRANT_OPTION)).collect(Collectors.joining(", "));
        return grant(
                listed.isEmpty() ? "USAGE" : listed,
                place.quoted(),
                names.contains(GRANT_OPTION) ? " WITH GRANT OPTION" : "");
    }

    private List<Sql> dynamic(Permissions present) {
        List<Sql> changes = new ArrayList<>();
        present.dynamic().forEach((name, grantable) -> {
            Boolean goal = wanted.permissions().dynamic().get(name);
            if (goal == null || (grantable && !goal)) {
                changes.add(revoke(name, "*.*"));
            }
        });
        wanted.permissions().dynamic().forEach((name, grantable) -> {
            if (!grantable.equals(present.dynamic().get(name))) {
                changes.add(grant(name, "*.*", grantable ? " WITH GRANT OPTION" : ""));
            }
        });
        return changes;
    }

    /** A grant on a database lifts what was taken away there: refman/8.0/en/partial-revokes.html. */
    private List<Sql> restrictions(Permissions present) {
        List<Sql> changes = new ArrayList<>();
        Permissions goal = wanted.permissions();
        present.revoked().forEach((database, names) -> {
            Set<String> surplus = without(names, goal.revoked().getOrDefault(database, Set.of()));
            if (!surplus.isEmpty()) {
                changes.add(grant(surplus, GrantPlace.database(database)));
            }
        });
        goal.revoked().forEach((database, names) -> {
            Set<String> missing = without(names, present.revoked().getOrDefault(database, Set.of()));
            if (!missing.isEmpty()) {
                changes.add(revoke(
                        String.join(", ", missing),
                        GrantPlace.database(database).quoted()));
            }
        });
        return changes;
    }

    private List<Sql> roles(Permissions present) {
        List<Sql> changes = new ArrayList<>();
        Permissions goal = wanted.permissions();
        present.roles().forEach((role, admin) -> {
            Boolean wish = goal.roles().get(role);
            if (wish == null || (admin && !wish)) {
                changes.add(Sql.of(
                        "revoking the role " + role + " from " + wanted.name(),
                        "REVOKE " + role.quoted() + " FROM " + wanted.name().quoted()));
            }
        });
        goal.roles().forEach((role, admin) -> {
            if (!admin.equals(present.roles().get(role))) {
                changes.add(Sql.of(
                        "granting the role " + role + " to " + wanted.name(),
                        "GRANT " + role.quoted() + " TO " + wanted.name().quoted()
                                + (admin ? " WITH ADMIN OPTION" : "")));
            }
        });
        if (!goal.defaultRoles().equals(present.defaultRoles())) {
            changes.add(defaultRoles(goal.defaultRoles()));
        }
        return changes;
    }

    private Sql defaultRoles(Collection<AccountName> roles) {
        String listed = roles.isEmpty()
                ? "NONE"
                : roles.stream()
                        .sorted(AccountDefinition.BY_NAME)
                        .map(AccountName::quoted)
                        .collect(Collectors.joining(", "));
        return Sql.of(
                "setting the default roles of " + wanted.name(),
                "SET DEFAULT ROLE " + listed + " TO " + wanted.name().quoted());
    }

    private Sql grant(String names, String place, String more) {
        return Sql.of(
                "granting " + names + " on " + place + " to " + wanted.name(),
                "GRANT " + names + " ON " + place + " TO " + wanted.name().quoted() + more);
    }

    private Sql revoke(String names, String place) {
        return Sql.of(
                "revoking " + names + " on " + place + " from " + wanted.name(),
                "REVOKE " + names + " ON " + place + " FROM " + wanted.name().quoted());
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** Lets all of these log in, at once: one statement, whoever of them is not there any more. */
    public static Sql unlock(Collection<AccountName> names) {
        return ofAll("unlocking the accounts", "ALTER USER IF EXISTS ", names, " ACCOUNT UNLOCK");
    }

    /** Keeps all of these from logging in; connections that stand go on. */
    public static Sql lock(Collection<AccountName> names) {
        return ofAll("locking the accounts", "ALTER USER IF EXISTS ", names, " ACCOUNT LOCK");
    }

    /** Drops all of these, whoever of them is not there any more. */
    public static Sql drop(Collection<AccountName> names) {
        return ofAll("dropping the accounts", "DROP USER IF EXISTS ", names, "");
    }

    private static Sql ofAll(String purpose, String begin, Collection<AccountName> names, String end) {
        String listed = names.stream().map(AccountName::quoted).collect(Collectors.joining(", "));
        return Sql.of(purpose, begin + listed + end);
    }
}
