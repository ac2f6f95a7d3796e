package io.flexmigrate.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The directory of a plan file, to which the paths in it are relative. */
record PlanDirectory(Path directory) {

    static PlanDirectory of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return new PlanDirectory(Optional.ofNullable(absolute.getParent()).orElse(absolute));
    }

    Scalar<Path> file() {
        return Scalar.of("must be the path of a file", directory, this::resolved, Shape.text());
    }

    /** A program: a name to be looked for on the path, or with a {@code /} a file. */
    Scalar<String> program() {
        return Scalar.of(
                "must be a program",
                "",
                text -> text.contains("/")
                        ? resolved(text).map(Path::toString)
                        : Scalar.text().parse().apply(text),
                Shape.text());
    }

    private Optional<Path> resolved(String text) {
        try {
            return Scalar.text()
                    .parse()
                    .apply(text)
                    .map(path -> directory.resolve(path).normalize());
        } catch (InvalidPathException failure) {
            return Optional.empty();
        }
    }
}
