package io.flexmigrate.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What references tie together.
 *
 * @param ties one for all references of a kind between two databases
 * @param outside likewise, as phrases, where one of the two does not move
 */
record ReferenceTies(List<Tie> ties, List<String> outside) {

    private static final Comparator<Reference> BY_NAME = Comparator.comparing(Reference::from)
            .thenComparing(Reference::to)
            .thenComparing(Reference::fromDatabase)
            .thenComparing(Reference::toDatabase);

    /** The references that are said as one. */
    private record Road(String from, String to, String kind) implements Comparable<Road> {
        private static final Comparator<Road> ORDER =
                Comparator.comparing(Road::from).thenComparing(Road::to).thenComparing(Road::kind);

        @Override
        public int compareTo(Road other) {
            return ORDER.compare(this, other);
        }
    }

    static ReferenceTies of(DatabaseNames names, Collection<Reference> references) {
        Map<Road, List<Reference>> roads = new TreeMap<>();
        Map<Road, List<Reference>> outside = new TreeMap<>();
        for (Reference reference : references) {
            List<String> from = names.meant(reference.fromDatabase());
            List<String> to = names.meant(reference.toDatabase());
            if (from.isEmpty() || to.isEmpty()) {
                add(outside, reference.fromDatabase(), reference.toDatabase(), reference);
            }
            from.forEach(one -> to.forEach(other -> add(roads, one, other, reference)));
        }
        return new ReferenceTies(
                roads.entrySet().stream()
                        .map(road -> tie(road.getKey(), road.getValue()))
                        .toList(),
                outside.values().stream().map(ReferenceTies::phrase).toList());
    }

    private static void add(Map<Road, List<Reference>> roads, String from, String to, Reference reference) {
        if (from.equals(to) || to.isEmpty() || DatabaseNames.isSystem(from) || DatabaseNames.isSystem(to)) {
            return;
        }
        roads.computeIfAbsent(new Road(from, to, reference.kind()), unused -> new ArrayList<>())
                .add(reference);
    }

    private static Tie tie(Road road, List<Reference> references) {
        return new Tie(Stream.of(road.from(), road.to()).sorted().toList(), phrase(references), Optional.empty());
    }

    private static String phrase(List<Reference> references) {
        List<Reference> distinct =
                references.stream().distinct().sorted(BY_NAME).toList();
        Reference first = distinct.get(0);
        String to = first.to().isEmpty() ? first.toDatabase() : first.toDatabase() + "." + first.to();
        String more = distinct.size() == 1 ? "" : " (and " + (distinct.size() - 1) + " more of that kind)";
        return first.kind() + " " + first.fromDatabase() + "." + first.from() + " → " + to + more;
    }
}
