package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        Files.createDirectories(directory.resolve("my scripts"));
        Files.copy(Path.of("scripts", "migrate"), directory.resolve("my scripts/migrate"));
    }

    @Test
    void saysWhereItLookedForTheJar() throws Exception {
        assertThat(launched(Map.of()))
                .startsWith("127\nmigrate: there is no migrate.jar beside " + directory + "/my scripts/migrate")
                .contains("mvn -DskipTests package");
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        putJar("target/migrate.jar");

        assertThat(launched(Map.of("JAVA_HOME", directory + "/none")))
                .isEqualTo("127\nmigrate: there is no Java at '" + directory + "/none/bin/java'."
                        + " Install Java 17 or newer, or set JAVA_HOME.\n");
    }

    @Test
    void startsTheJarWithTheJavaOfJavaHomeAndPassesArgumentsOn() throws Exception {
        putJar("lib/migrate.jar");
        Path java = directory.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nfor argument; do echo \"<$argument>\"; done\nexit 7\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        assertThat(launched(Map.of("JAVA_HOME", directory + "/jdk", "MIGRATE_JAVA_OPTIONS", "-Da=1 -Db=2")))
                .isEqualTo("""
                        7
                        <-XX:+UseSerialGC>
                        <-XX:TieredStopAtLevel=1>
                        <-Xshare:auto>
                        <-Xmx128m>
                        <-Da=1>
                        <-Db=2>
                        <-jar>
                        <%s/my scripts/../lib/migrate.jar>
                        <run>
                        <a plan.yaml>
                        """.formatted(directory));
    }

    @Test
    void findsTheJarThroughALink() throws Exception {
        putJar("target/migrate.jar");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("my scripts", "migrate"));

        assertThat(launched(link, Map.of("JAVA_HOME", directory + "/none"))).contains("there is no Java");
    }

    @ParameterizedTest
    @CsvSource({"POSIX, '', C.UTF-8", "'', '', C.UTF-8", "de_DE.ISO-8859-1, '', C.UTF-8", "de_DE.utf8, C.UTF-8, C.UTF-8"
    })
    void givesJavaALocaleThatCanNameEveryFile(String lang, String all, String expected) throws Exception {
        assertThat(localeOfJava(lang, all)).isEqualTo("0\n" + expected + "\n");
    }

    @Test
    void leavesALocaleWithUtf8AsItIs() throws Exception {
        assertThat(localeOfJava("de_DE.utf8", "")).isEqualTo("0\n\n");
    }

    private String localeOfJava(String lang, String all) throws Exception {
        putJar("lib/migrate.jar");
        Path java = directory.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho \"$LC_ALL\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return launched(Map.of("JAVA_HOME", directory + "/jdk", "LANG", lang, "LC_CTYPE", "", "LC_ALL", all));
    }

    private void putJar(String name) throws IOException {
        Path jar = directory.resolve(name);
        Files.createDirectories(jar.resolveSibling("."));
        Files.createFile(jar);
    }

    private String launched(Map<String, String> environment) throws Exception {
        return launched(directory.resolve("my scripts/migrate"), environment);
    }

    private static String launched(Path launcher, Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("sh", launcher.toString(), "run", "a plan.yaml").redirectErrorStream(true);
        builder.environment().remove("MIGRATE_JAVA_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + output;
    }
}
