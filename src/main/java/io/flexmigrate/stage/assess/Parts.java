package io.flexmigrate.stage.assess;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parts of a server that were read, and for the others why they were not. */
final class Parts {

    private final Map<Class<? extends Part>, Part> read;
    private final Map<Class<? extends Part>, String> unread;
    private final Optional<String> lost;

    private Parts(
            Map<Class<? extends Part>, Part> read, Map<Class<? extends Part>, String> unread, Optional<String> lost) {
        this.read = Map.copyOf(read);
        this.unread = Map.copyOf(unread);
        this.lost = lost;
    }

    /** Why the connection was lost before all was read, as a sentence; empty when it was not. */
    Optional<String> lost() {
        return lost;
    }

    /** @throws UnreadException when this part could not be read */
    <P extends Part> P get(Class<P> kind) {
        Part part = read.get(kind);
        if (part != null) {
            return kind.cast(part);
        }
        throw new UnreadException(unread.getOrDefault(kind, kind.getSimpleName() + " was not read."));
    }

    /** Collects parts as they are read. */
    static final class Builder {

        private final Map<Class<? extends Part>, Part> read = new HashMap<>();
        private final Map<Class<? extends Part>, String> unread = new HashMap<>();
        private Optional<String> lost = Optional.empty();

        Builder add(Part part) {
            read.put(part.getClass(), part);
            return this;
        }

        /** @param reason why it could not be read, as a sentence */
        Builder without(Class<? extends Part> kind, String reason) {
            read.remove(kind);
            unread.put(kind, reason);
            return this;
        }

        /** @param reason why the connection was lost, as a sentence */
        Builder lost(String reason) {
            lost = Optional.of(reason);
            return this;
        }

        Parts build() {
            return new Parts(read, unread, lost);
        }
    }
}
