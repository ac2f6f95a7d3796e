package io.flexmigrate.cli;

import io.flexmigrate.stage.verify.Extent;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How much of each table is compared. */
@SuppressWarnings("NullAway.Init") // picocli sets the command
final class ExtentParameters {

    private static final int LARGEST_SEED = 1_000_000_000;

    @Option(
            names = "--mode",
            paramLabel = "full|sample|counts",
            converter = ModeConverter.class,
            description = "full: every row. sample: some chunks of each table. counts: only how many rows there are."
                    + " Default: full.")
    private Extent.Mode mode = Extent.Mode.FULL;

    @Option(
            names = "--one-in",
            paramLabel = "N",
            description = "With --mode sample: one of so many chunks of each table, and three at least. Default: 20.")
    private Optional<Integer> share = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "With --mode sample: the number that an earlier sample printed, to compare the same chunks.")
    private Optional<Long> seed = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Takes the words in lower case. */
    static final class ModeConverter implements ITypeConverter<Extent.Mode> {

        @Override
        public Extent.Mode convert(String word) {
            for (Extent.Mode mode : Extent.Mode.values()) {
                if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return mode;
                }
            }
            throw new TypeConversionException("must be full, sample or counts, is '" + word + "'");
        }
    }

    /**
     * How much.
     *
     * @param repairs whether rows are to be put right by what is found
     * @throws ParameterException when these do not go together
     */
    Extent extent(boolean repairs) {
        if (mode != Extent.Mode.SAMPLE && (share.isPresent() || seed.isPresent())) {
            throw refusal("--one-in and --seed are for --mode sample");
        }
        if (share.filter(number -> number < 1).isPresent()) {
            throw refusal("--one-in must be at least 1");
        }
        if (mode == Extent.Mode.COUNTS && repairs) {
            throw refusal("--repair-sql needs rows that were compared: use --mode full or --mode sample");
        }
        return new Extent(
                mode, share.orElse(20), seed.orElseGet(() -> (long) new SecureRandom().nextInt(LARGEST_SEED)));
    }

    private ParameterException refusal(String problem) {
        return new ParameterException(command.commandLine(), problem);
    }
}
