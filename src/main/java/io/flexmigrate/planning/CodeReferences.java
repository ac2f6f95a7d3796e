package io.flexmigrate.planning;

import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds what views, routines, triggers and events name in other databases. What they build out of texts and run with PREPARE
 * is not seen.
 */
public final class CodeReferences {

    /** What may stand before the name of a table or routine, and never before that of a column. */
    private static final Set<String> BEFORE_A_TABLE =
            Set.of("FROM", "JOIN", "STRAIGHT_JOIN", "INTO", "UPDATE", "CALL", "TABLE", "TRUNCATE", "REPLACE");

    private final Map<String, String> databases;

    private CodeReferences(Map<String, String> databases) {
        this.databases = databases;
    }

    /**
     * Knows the databases that may be named.
     *
     * @param caseMatters whether {@code Shop} and {@code shop} are two
     */
    public static CodeReferences to(Collection<String> databases, boolean caseMatters) {
        Map<String, String> names = caseMatters ? new TreeMap<>() : new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        databases.forEach(database -> names.put(database, database));
        return new CodeReferences(names);
    }

    /** What this object names in databases other than its own, each thing once. */
    public List<Reference> of(StoredObject object) {
        List<Token> tokens =
                object.body().map(body -> Tokens.of(body, object.sqlMode())).orElse(List.of());
        Set<Reference> references = new LinkedHashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            int here = at;
            database(object, tokens, at)
                    .ifPresent(database -> references.add(new Reference(
                            object.kindName(),
                            object.database(),
                            object.name(),
                            database,
                            tokens.get(here + 2).text())));
        }
        return references.stream().filter(Reference::crosses).toList();
    }

    private Optional<String> database(StoredObject object, List<Token> tokens, int at) {
        if (!beginsAPath(tokens, at) || isRowOfTrigger(object, tokens.get(at))) {
            return Optional.empty();
        }
        return Optional.ofNullable(databases.get(tokens.get(at).text()))
                .filter(database -> namesATable(tokens, at) || !standsAlone(tokens, database));
    }

    private static boolean beginsAPath(List<Token> tokens, int at) {
        return at + 2 < tokens.size()
                && tokens.get(at).mayName()
                && tokens.get(at + 1).isSign(".")
                && tokens.get(at + 2).mayName()
                && (at == 0 || !tokens.get(at - 1).isSign("."));
    }

    private static boolean isRowOfTrigger(StoredObject object, Token token) {
        return object.kind() == Kind.TRIGGER && (token.isWord("NEW") || token.isWord("OLD"));
    }

    private static boolean namesATable(List<Token> tokens, int at) {
        boolean hasThreeParts = at + 3 < tokens.size() && tokens.get(at + 3).isSign(".");
        boolean isCalled = at + 3 < tokens.size() && tokens.get(at + 3).isSign("(");
        int before = at - 1;
        while (before >= 0 && tokens.get(before).isSign("(")) {
            before--;
        }
        return hasThreeParts
                || isCalled
                || (before >= 0 && BEFORE_A_TABLE.contains(tokens.get(before).shape()));
    }

    /** A database's name that stands alone somewhere is an alias or a table too: then {@code name.column} may be meant. */
    private static boolean standsAlone(List<Token> tokens, String name) {
        return IntStream.range(0, tokens.size())
                .filter(at -> tokens.get(at).mayName() && tokens.get(at).text().equalsIgnoreCase(name))
                .anyMatch(at -> at + 1 == tokens.size() || !tokens.get(at + 1).isSign("."));
    }
}
