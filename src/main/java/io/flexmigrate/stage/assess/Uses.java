package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.planning.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One object of the source and all that it names in other databases. */
record Uses(String kind, String database, String name, List<Reference> references) {

    private record Owner(String kind, String database, String name) {}

    Uses {
        references = List.copyOf(references);
    }

    /** References by the object that makes them. */
    static List<Uses> of(List<Reference> references) {
        Map<Owner, List<Reference>> byOwner = references.stream()
                .collect(Collectors.groupingBy(
                        reference -> new Owner(reference.kind(), reference.fromDatabase(), reference.from()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byOwner.entrySet().stream()
                .map(entry -> new Uses(
                        entry.getKey().kind(),
                        entry.getKey().database(),
                        entry.getKey().name(),
                        entry.getValue()))
                .toList();
    }

    /** What is named, as a list in a sentence. */
    static String shown(List<Reference> references) {
        return new Names(references.stream()
                        .map(reference -> reference.toDatabase() + "." + reference.to())
                        .toList())
                .shown();
    }

    List<Reference> where(Predicate<Reference> wanted) {
        return references.stream().filter(wanted).toList();
    }

    boolean isOf(String wanted) {
        return kind.equals(wanted);
    }

    String label() {
        return kind + " " + database + "." + name;
    }

    /** The statement that drops it; not for foreign keys, which belong to a table. */
    String drop() {
        return "DROP " + kind.toUpperCase(Locale.ROOT) + " " + Identifier.quoted(database) + "."
                + Identifier.quoted(name) + ";";
    }
}
