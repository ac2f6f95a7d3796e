package io.flexmigrate.cli;

import io.flexmigrate.model.Acceptance;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The findings that a person accepts on the command line. */
final class AcceptParameters {

    @Option(
            names = "--accept",
            paramLabel = "CODE=REASON",
            converter = Converter.class,
            description =
                    "Accepts the findings of this code, or the one of \"CODE SUBJECT=REASON\", so that they do not"
                            + " block. May be given several times; a later resume remembers it.")
    private List<Acceptance> accepted = new ArrayList<>();

    List<Acceptance> accepted() {
        return List.copyOf(accepted);
    }

    /** Reads the text of one option. */
    static final class Converter implements ITypeConverter<Acceptance> {

        @Override
        public Acceptance convert(String text) {
            int equals = text.indexOf('=');
            String target = equals < 0 ? text : text.substring(0, equals);
            String reason = equals < 0 ? "" : text.substring(equals + 1);
            return Acceptance.parse(target, reason)
                    .orElseThrow(() -> new TypeConversionException("'" + text
                            + "' must be a code and a reason, such as FM1043=small, or \"FM1043 shop.log=small\""));
        }
    }
}
