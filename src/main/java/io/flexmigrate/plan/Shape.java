package io.flexmigrate.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a JSON Schema says what a value must be: <a href="https://json-schema.org/draft/2020-12">draft 2020-12</a>.
 *
 * @param keywords in the order in which they are written
 * @param nothing the word that stands for zero or none; empty when there is none
 */
record Shape(Map<String, Object> keywords, String nothing) {

    Shape {
        keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
    }

    private static Shape of(String keyword, Object value) {
        return new Shape(Map.of(keyword, value), "");
    }

    static Shape text() {
        return of("type", "string").with("minLength", 1);
    }

    /** A text that matches as a whole; what Java and ECMA-262 understand alike. */
    static Shape matching(String pattern) {
        return of("type", "string").with("pattern", "^(?:" + pattern + ")$");
    }

    static Shape words(Collection<String> words) {
        return of("enum", List.copyOf(words));
    }

    static Shape flag() {
        return of("type", "boolean");
    }

    static Shape wholeNumber(int least, int most) {
        return of("type", "integer").with("minimum", least).with("maximum", most);
    }

    static Shape list(Shape item) {
        return of("type", "array").with("items", item.keywords()).with("minItems", 1);
    }

    static Shape anyOf(Shape... shapes) {
        return of("anyOf", List.of(shapes).stream().map(Shape::keywords).toList());
    }

    /** What stands under {@code $defs} of the whole schema. */
    static Shape reference(String name) {
        return of("$ref", "#/$defs/" + name);
    }

    /** The same, or this word, which stands for zero or none. */
    Shape or(String word) {
        return new Shape(anyOf(of("const", word), this).keywords(), word);
    }

    Shape with(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keywords);
        more.put(keyword, value);
        return new Shape(more, nothing);
    }

    /** The same, with what editors show of it. */
    Shape saying(String expectation) {
        return with(
                "description", expectation.substring(0, 1).toUpperCase(Locale.ROOT) + expectation.substring(1) + ".");
    }

    /** A value of this shape as it is written. */
    Object written(Object value) {
        if (value instanceof Duration duration) {
            return DurationText.of(duration);
        }
        if (value instanceof Enum<?> constant) {
            return Scalar.word(constant);
        }
        boolean none = value instanceof Collection<?> values && values.isEmpty();
        boolean zero = value instanceof Number number && number.longValue() == 0;
        return (none || zero) && !nothing.isEmpty() ? nothing : value;
    }
}
