package io.flexmigrate.cli;

import io.flexmigrate.plan.Plan.TlsMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TLS mode as plans write it. */
final class TlsModeWord implements ITypeConverter<TlsMode> {

    @Override
    public TlsMode convert(String text) {
        return Arrays.stream(TlsMode.values())
                .filter(mode -> word(mode).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + Arrays.stream(TlsMode.values()).map(TlsModeWord::word).collect(Collectors.joining(", "))
                        + ", is '" + text + "'"));
    }

    private static String word(TlsMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
