package io.flexmigrate.stage.accounts;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.DatabasePattern;
import io.flexmigrate.mysql.GrantPlace;
import io.flexmigrate.mysql.Permissions;
import io.flexmigrate.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Narrows an account to what the target can hold and what the plan moves.
 *
 * @param names all accounts that are, or will be, on the target
 * @param literal whether the source takes names of databases in grants letter by letter
 */
record Narrowing(Plan plan, List<String> databases, TargetFace target, Set<AccountName> names, boolean literal) {

    private static final Set<String> SERVERS_OWN = Set.of("mysql", "sys", "information_schema", "performance_schema");

    AccountDefinition narrowed(AccountDefinition account, List<Omission> omissions) {
        Work work = new Work(account, omissions);
        AccountDefinition narrowed = account.with(work.permissions());
        work.sayWhatStays();
        return new TermsFit(target.version()).fitted(narrowed, omissions);
    }

    private final class Work {

        private final AccountDefinition account;
        private final List<Omission> omissions;

        Work(AccountDefinition account, List<Omission> omissions) {
            this.account = account;
            this.omissions = omissions;
        }

        Permissions permissions() {
            Permissions granted = account.permissions();
            SortedMap<String, Set<String>> revoked = revoked(granted);
            SortedMap<GrantPlace, Set<String>> privileges = new TreeMap<>();
            granted.privileges()
                    .forEach((place, all) -> kept(place, all)
                            .ifPresent(some -> translated(place).ifPresent(there -> privileges.put(there, some))));
            widened(granted)
                    .forEach(name ->
                            privileges.computeIfPresent(GrantPlace.SERVER, (place, some) -> without(some, name)));
            return new Permissions(privileges, dynamic(granted), revoked, roles(granted), defaultRoles(granted));
        }

        private Optional<Set<String>> kept(GrantPlace place, Set<String> all) {
            if (place.kind() != GrantPlace.Kind.SERVER && !moves(place)) {
                String why = SERVERS_OWN.contains(place.database())
                        ? "It belongs to the server itself."
                        : "The plan does not move it.";
                leaveOut(String.join(", ", all) + " on " + place, why, "");
                return Optional.empty();
            }
            Set<String> some = new TreeSet<>(all);
            some.removeIf(name -> !target.grantable().has(name));
            Set<String> lost = new TreeSet<>(all);
            lost.removeAll(some);
            lose(lost, place);
            return Optional.of(some);
        }

        /** Where one server reads wildcards and the other does not, the same words would mean other databases. */
        private Optional<GrantPlace> translated(GrantPlace place) {
            boolean literalThere = target.accounts().partialRevokes();
            if (place.kind() != GrantPlace.Kind.DATABASE || literal == literalThere) {
                return Optional.of(place);
            }
            DatabasePattern pattern = new DatabasePattern(place.database());
            if (literal) {
                return Optional.of(GrantPlace.database(
                        DatabasePattern.ofName(place.database()).text()));
            }
            if (pattern.isWild(new DatabasePattern.Matching(true, false))) {
                leaveOut(
                        "privileges on " + place,
                        "The target has partial_revokes ON, and reads no wildcards in names of databases.",
                        "Grant them on each database by its name.");
                return Optional.empty();
            }
            return Optional.of(GrantPlace.database(pattern.name()));
        }

        /** A pattern moves when it stands for a database that does. */
        private boolean moves(GrantPlace place) {
            boolean isPattern = place.kind() == GrantPlace.Kind.DATABASE;
            Predicate<String> names = isPattern
                    ? new DatabasePattern(place.database()).matcher(new DatabasePattern.Matching(!literal, false))
                    : place.database()::equals;
            boolean isAll = plan.scope().isAll();
            return isAll ? !isOwn(place.database()) : databases.stream().anyMatch(names);
        }

        private boolean isOwn(String pattern) {
            return SERVERS_OWN.contains(new DatabasePattern(pattern).name());
        }

        private SortedMap<String, Boolean> dynamic(Permissions granted) {
            SortedMap<String, Boolean> kept = new TreeMap<>(granted.dynamic());
            kept.keySet().removeIf(name -> !target.grantable().has(name));
            Set<String> lost = new TreeSet<>(granted.dynamic().keySet());
            lost.removeAll(kept.keySet());
            lose(lost, GrantPlace.SERVER);
            return kept;
        }

        /** Where the target knows no partial revokes, a privilege that has an exception would come without it. */
        private Set<String> widened(Permissions granted) {
            if (target.accounts().partialRevokes()) {
                return Set.of();
            }
            Set<String> widened = new TreeSet<>();
            granted.revoked().forEach((database, names) -> {
                widened.addAll(names);
                leaveOut(
                        String.join(", ", names) + " on *.* but " + database,
                        "The target has partial_revokes OFF, so the exception cannot be made there.",
                        "Grant it on the databases it is needed on.");
            });
            return widened;
        }

        private SortedMap<String, Set<String>> revoked(Permissions granted) {
            return target.accounts().partialRevokes() ? granted.revoked() : new TreeMap<>();
        }

        private Map<AccountName, Boolean> roles(Permissions granted) {
            Map<AccountName, Boolean> kept = new HashMap<>();
            granted.roles().forEach((role, admin) -> {
                if (names.contains(role)) {
                    kept.put(role, admin);
                } else {
                    leaveOut("the role " + role, "The role is not copied.", "");
                }
            });
            return kept;
        }

        private Set<AccountName> defaultRoles(Permissions granted) {
            Set<AccountName> kept = new HashSet<>(granted.defaultRoles());
            kept.retainAll(names);
            return kept;
        }

        void sayWhatStays() {
            account.proxied()
                    .forEach(other -> leaveOut(
                            "PROXY for " + other,
                            "Proxies are not copied.",
                            "Where the target allows it: GRANT PROXY ON " + other.quoted() + " TO "
                                    + account.name().quoted() + ";"));
            account.secondFactors()
                    .forEach(factor -> leaveOut(
                            factor,
                            "Only the first way of proving itself is copied.",
                            "Use that one, or set it up anew."));
        }

        /** Those with a replacement one by one, the others together. */
        private void lose(Set<String> lost, GrantPlace place) {
            Set<String> others = new TreeSet<>();
            for (String name : lost) {
                if (Replacement.of(name).isEmpty()) {
                    others.add(name);
                } else {
                    leaveOut(name + " on " + place, NOBODY_GRANTS, Replacement.of(name));
                }
            }
            if (!others.isEmpty()) {
                leaveOut(String.join(", ", others) + " on " + place, NOBODY_GRANTS, "");
            }
        }

        private void leaveOut(String what, String consequence, String instead) {
            omissions.add(new Omission(account.name(), what, consequence, instead));
        }

        private static Set<String> without(Set<String> some, String name) {
            Set<String> rest = new TreeSet<>(some);
            rest.remove(name);
            return rest;
        }
    }

    private static final String NOBODY_GRANTS =
            "Our account on the target may not grant it; what a client does with it fails with error 1227 or 1142.";
}
