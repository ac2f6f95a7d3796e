package io.flexmigrate.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A kind of scalar: what it must be and how its text becomes a value.
 *
 * @param expectation what a value of this kind must be, as in {@code must be true or false}
 * @param blank stands in for a value that is missing or wrong, so that reading can go on to the next problem
 * @param parse empty when the text is not of this kind
 * @param secret whether a wrong text must not be shown
 * @param shape the same for a schema
 */
record Scalar<T>(String expectation, T blank, Function<String, Optional<T>> parse, boolean secret, Shape shape)
        implements Kind<T> {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,5})(MB|GB)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    Scalar {
        shape = shape.saying(expectation);
    }

    static <T> Scalar<T> of(String expectation, T blank, Function<String, Optional<T>> parse, Shape shape) {
        return new Scalar<>(expectation, blank, parse, false, shape);
    }

    @Override
    public T read(Values values, Node node, String path) {
        return values.scalar(node, path, this);
    }

    /** The same kind, for places where a person may have written a password by mistake. */
    Scalar<T> asSecret() {
        return new Scalar<>(expectation, blank, parse, true, shape);
    }

    static Scalar<String> text() {
        return of(
                "must be a text without control characters",
                "",
                text -> printable(text).filter(it -> !it.isEmpty()),
                Shape.text());
    }

    static Scalar<String> matching(String pattern, String expectation) {
        Pattern compiled = Pattern.compile(pattern);
        return of(
                expectation,
                "",
                text -> printable(text).filter(it -> compiled.matcher(it).matches()),
                Shape.matching(pattern));
    }

    private static Optional<String> printable(String text) {
        return Optional.of(text).filter(it -> !CONTROL.matcher(it).find());
    }

    static Scalar<Boolean> yesOrNo() {
        Map<String, Boolean> values = Map.of("true", true, "false", false);
        return of("must be true or false", false, text -> Optional.ofNullable(values.get(text)), Shape.flag());
    }

    static Scalar<Integer> wholeNumber(int least, int most) {
        return of(
                "must be a whole number from " + least + " to " + most,
                least,
                text -> wholeNumber(text, least, most),
                Shape.wholeNumber(least, most));
    }

    /** A number of threads; 0 stands for {@code auto}. */
    static Scalar<Integer> threads(int most) {
        return of(
                "must be auto or a whole number from 1 to " + most,
                0,
                text -> text.equals("auto") ? Optional.of(0) : wholeNumber(text, 1, most),
                Shape.wholeNumber(1, most).or("auto"));
    }

    /** A number that bounds something; 0 stands for {@code off}. */
    static Scalar<Integer> bound(int most) {
        return of(
                "must be off or a whole number from 1 to " + most,
                0,
                text -> text.equals("off") ? Optional.of(0) : wholeNumber(text, 1, most),
                Shape.wholeNumber(1, most).or("off"));
    }

    /** Bytes a second, written as in {@code 50MB}; 0 stands for {@code off}. */
    static Scalar<Long> rate() {
        return of(
                "must be off or bytes a second, from 1MB to 999999GB (a whole number and MB or GB)",
                0L,
                text -> text.equals("off") ? Optional.of(0L) : rate(text),
                Shape.matching(RATE.pattern()).or("off"));
    }

    private static Optional<Long> rate(String text) {
        Matcher rate = RATE.matcher(text);
        return rate.matches()
                ? Optional.of(
                        Long.parseLong(rate.group(1)) * (rate.group(2).equals("GB") ? 1_000_000_000L : 1_000_000L))
                : Optional.empty();
    }

    private static Optional<Integer> wholeNumber(String text, int least, int most) {
        return Optional.of(text)
                .filter(it -> WHOLE_NUMBER.matcher(it).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    /** A duration between two others, all written as in {@code 500ms} or {@code 2d}. */
    static Scalar<Duration> duration(String least, String most) {
        Duration from = DurationText.parse(least).orElseThrow();
        Duration to = DurationText.parse(most).orElseThrow();
        return of(
                "must be a duration from " + least + " to " + most + " (a whole number and ms, s, m, h or d)",
                from,
                text -> DurationText.parse(text).filter(it -> it.compareTo(from) >= 0 && it.compareTo(to) <= 0),
                Shape.matching(DurationText.FORM.pattern()));
    }

    /** One of an enum's constants, as {@link #word(Enum)} writes it. */
    static <E extends Enum<E>> Scalar<E> word(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(word(constant), constant);
        }
        String expectation = words.keySet().stream().collect(Collectors.joining(", ", "must be one of ", ""));
        E blank = Arrays.stream(type.getEnumConstants()).findFirst().orElseThrow();
        return of(expectation, blank, text -> Optional.ofNullable(words.get(text)), Shape.words(words.keySet()));
    }

    /** How a plan writes it: in lower case with {@code -} for {@code _}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
