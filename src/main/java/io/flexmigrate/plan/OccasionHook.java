package io.flexmigrate.plan;

import java.util.Set;

/**
 * Something that is told of a run; what becomes of it changes nothing.
 *
 * @param events on which occasions
 * @param hook a {@link FlipHook.Program} or a {@link FlipHook.Webhook}
 */
public record OccasionHook(Set<Occasion> events, FlipHook hook) {
    public OccasionHook {
        events = Set.copyOf(events);
    }
}
