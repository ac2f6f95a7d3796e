package io.flexmigrate.stage.flip;

import io.flexmigrate.plan.Plan;
import java.util.Map;

/**
 * What a flip may want to know.
 *
 * @param group whose clients are sent
 * @param source where they were
 * @param target where they go
 */
public record FlipFacts(String group, Address source, Address target) implements HookFacts {

    /** Where a server listens. */
    public record Address(String host, int port) {}

    /** Those of a group of a plan. */
    public static FlipFacts of(Plan plan, Plan.Group group) {
        Plan.Endpoint source = plan.source().endpoint();
        Plan.Endpoint target = plan.target().endpoint();
        return new FlipFacts(
                group.name(), new Address(source.host(), source.port()), new Address(target.host(), target.port()));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "MIGRATE_GROUP", group,
                "MIGRATE_SOURCE_HOST", source.host(),
                "MIGRATE_SOURCE_PORT", Integer.toString(source.port()),
                "MIGRATE_TARGET_HOST", target.host(),
                "MIGRATE_TARGET_PORT", Integer.toString(target.port()));
    }

    /** By the names that statements name them by. */
    private Map<String, String> placeholders() {
        return Map.of(
                "${group}", group,
                "${source.host}", source.host(),
                "${source.port}", Integer.toString(source.port()),
                "${target.host}", target.host(),
                "${target.port}", Integer.toString(target.port()));
    }

    /** A text with the facts in their places. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> placeholder : placeholders().entrySet()) {
            filled = filled.replace(placeholder.getKey(), placeholder.getValue());
        }
        return filled;
    }
}
