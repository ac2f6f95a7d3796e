package io.flexmigrate.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A plan file that cannot be used, with everything that is wrong with it. */
public final class InvalidPlanException extends RuntimeException {

    private final transient List<Problem> problems;

    /** @param file the file as the user named it */
    public InvalidPlanException(String file, List<Problem> problems) {
        super(problems.stream().sorted().map(problem -> file + ":" + problem).collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted().toList();
    }

    static InvalidPlanException of(Path file, Problem problem) {
        return new InvalidPlanException(file.toString(), List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
