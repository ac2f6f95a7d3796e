package io.flexmigrate.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where programs are looked for, as a shell does it: a name with a slash is a file, any other is looked up on the path.
 *
 * <p>We look before we start, because commons-exec reports a missing program only as an odd exit value.
 */
record SearchPath(String directories) {

    /** What a shell uses when the variable is not set. */
    private static final String DEFAULT = "/usr/local/bin:/usr/bin:/bin";

    static SearchPath of(Map<String, String> environment) {
        return new SearchPath(environment.getOrDefault("PATH", DEFAULT));
    }

    /**
     * The file to run, absolute.
     *
     * @param directory what a relative program is relative to
     * @throws ProcessException when there is none or it may not be run
     */
    Path find(String program, Path directory) {
        if (program.contains("/")) {
            return executable(directory.resolve(program).toAbsolutePath());
        }
        for (String place : directories.split(File.pathSeparator, -1)) {
            Path file = directory.resolve(place).resolve(program).toAbsolutePath();
            if (isProgram(file)) {
                return file;
            }
        }
        throw new ProcessException("there is no program '" + program + "' on the path (" + directories
                + "); fix by installing it, or by giving its full path");
    }

    private static Path executable(Path file) {
        if (isProgram(file)) {
            return file;
        }
        if (!Files.exists(file)) {
            throw new ProcessException(
                    "there is no program " + file + "; fix by installing it there, or by correcting the path");
        }
        throw new ProcessException(file + " may not be run; fix by making it an executable file (chmod +x " + file
                + "), or by correcting the path");
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
