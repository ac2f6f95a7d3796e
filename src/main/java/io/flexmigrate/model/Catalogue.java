package io.flexmigrate.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules of all checks, by code. */
public record Catalogue(Map<String, Rule> rules) {

    public Catalogue {
        rules = Map.copyOf(rules);
    }

    /**
     * The catalogue of these rules.
     *
     * @throws IllegalArgumentException when two different rules have one code
     */
    public static Catalogue of(Collection<Rule> rules) {
        Map<String, Rule> byCode = new TreeMap<>();
        for (Rule rule : rules) {
            Rule other = byCode.putIfAbsent(rule.code(), rule);
            if (other != null && !other.equals(rule)) {
                throw new IllegalArgumentException("two rules are called " + rule.code());
            }
        }
        return new Catalogue(byCode);
    }

    /** Empty when this version has no such rule. */
    public Optional<Rule> rule(String code) {
        return Optional.ofNullable(rules.get(code));
    }
}
