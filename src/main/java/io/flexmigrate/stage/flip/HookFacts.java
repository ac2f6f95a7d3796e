package io.flexmigrate.stage.flip;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a hook is told; never a secret. */
@FunctionalInterface
public interface HookFacts {

    /** By the names that commands find them under, which all begin with {@code MIGRATE_}. */
    Map<String, String> environment();

    /** As one JSON object of texts, by the same names in lower case and without their beginning. */
    default String json() {
        Map<String, String> fields = new TreeMap<>();
        environment().forEach((name, value) -> fields.put(name.toLowerCase(Locale.ROOT), value));
        StringBuilder json = new StringBuilder("{");
        fields.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append(JsonText.quoted(name.substring("migrate_".length())))
                .append(':')
                .append(JsonText.quoted(value)));
        return json.append('}').toString();
    }
}
