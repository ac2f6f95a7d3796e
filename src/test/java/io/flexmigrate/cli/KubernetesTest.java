package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.flexmigrate.plan.PlanReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code scripts/kubernetes} says is Kubernetes', ours and the image's. */
class KubernetesTest {

    private static final Path FOLDER = Path.of("scripts/kubernetes");
    private static final Path KUBECTL = Path.of("/usr/bin/kubectl");

    /** The arguments that a kustomization gives to the container instead of those of the base. */
    private static final Pattern ARGUMENTS = Pattern.compile("(?m)^ +path: .*/args\n +value: \\[(.*)]$");

    private final Job job =
            (Job) Manifests.read(text(FOLDER.resolve("base/job.yaml"))).get(0);
    private final PodSpec pod = job.getSpec().getTemplate().getSpec();
    private final Container container = pod.getContainers().get(0);
    private final String dockerfile = text(Path.of("Dockerfile"));

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> files(String name) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().equals(name)).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Stream<Path> plans() {
        return files("plan.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"job.yaml", "volume.yaml"})
    void everyManifestIsOneOfKubernetes(String file) {
        assertThat(Manifests.read(text(FOLDER.resolve("base").resolve(file)))).hasSize(1);
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsFound() {
        String wrong = text(FOLDER.resolve("base/job.yaml")).replace("backoffLimit:", "backOffLimit:");

        assertThatThrownBy(() -> Manifests.read(wrong)).hasMessageContaining("backOffLimit");
    }

    @ParameterizedTest
    @CsvSource({"base, 1", "cutover, 1", "look, 1", "two-servers, 2"})
    void everyFolderMakesThreeObjectsForEachServer(String folder, int servers) throws Exception {
        assumeThat(KUBECTL).isExecutable();
        Process kubectl = new ProcessBuilder(
                        KUBECTL.toString(), "kustomize", FOLDER.resolve(folder).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<HasMetadata> objects =
                Manifests.read(new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8));

        assertThat(kubectl.waitFor()).isZero();
        assertThat(objects)
                .hasSize(3 * servers)
                .extracting(
                        object -> object.getKind() + " " + object.getMetadata().getName())
                .doesNotHaveDuplicates();
        assertThat(objects)
                .filteredOn(Job.class::isInstance)
                .map(object -> ((Job) object).getSpec().getTemplate().getSpec())
                .allSatisfy(spec ->
                        assertThat(spec.getContainers().get(0).getImage()).endsWith("/migrate:" + version()))
                .extracting(spec -> spec.getVolumes().get(2).getSecret().getSecretName())
                .doesNotHaveDuplicates();
    }

    private static String version() {
        return text(Path.of("pom.xml")).replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanCanBeReadAndFindsItsPasswordsWhereTheyAreMounted(Path plan) {
        new PlanReader().read(plan);

        String mounted = mount("secrets").getMountPath();
        assertThat(text(plan)).doesNotContainPattern("(?m)^[^#]*\\{ env:");
        assertThat(Pattern.compile("\\{ file: (\\S+) }").matcher(text(plan)).results())
                .hasSize(3)
                .allSatisfy(
                        match -> assertThat(Path.of(match.group(1)).getParent()).isEqualTo(Path.of(mounted)));
    }

    @Test
    void allCommandsCanBeTyped() {
        List<List<String>> all = Stream.concat(
                        Stream.of(container.getArgs()),
                        files("kustomization.yaml")
                                .flatMap(file -> ARGUMENTS.matcher(text(file)).results())
                                .map(match -> Arrays.asList(match.group(1).split(", ", -1))))
                .toList();

        assertThat(all).hasSize(3).extracting(words -> words.get(0)).containsExactly("run", "cutover", "ui");
        assertThat(all).allSatisfy(words -> {
            assertThatCode(() -> Main.commandLine(nowhere(), nowhere(), new Foreground())
                            .parseArgs(words.toArray(String[]::new)))
                    .doesNotThrowAnyException();
            assertThat(words).contains(mount("plan").getMountPath() + "/plan.yaml");
            assertThat(words).anyMatch(word -> word.endsWith("=0.0.0.0:" + port()));
        });
        assertThat(all.get(1)).contains("--yes");
        String group = new PlanReader()
                .read(FOLDER.resolve("base/plan.yaml"))
                .plan()
                .cutover()
                .groups()
                .get(0)
                .name();
        assertThat(all.get(1)).contains("--group=" + group);
    }

    private static PrintWriter nowhere() {
        return new PrintWriter(Writer.nullWriter());
    }

    private String port() {
        assertThat(job.getSpec().getTemplate().getMetadata().getAnnotations())
                .containsEntry(
                        "prometheus.io/port",
                        container.getPorts().get(0).getContainerPort().toString());
        return container.getPorts().get(0).getContainerPort().toString();
    }

    /** What the same command mends by going on may be tried again; everything else waits for a person. */
    @Test
    void onlyWhatGoesOnByItselfIsTriedAgain() {
        Set<ExitCode> goOn = Set.of(ExitCode.DONE, ExitCode.FAILED, ExitCode.INTERRUPTED);

        assertThat(job.getSpec().getPodFailurePolicy().getRules().get(0).getAction())
                .isEqualTo("FailJob");
        assertThat(job.getSpec()
                        .getPodFailurePolicy()
                        .getRules()
                        .get(0)
                        .getOnExitCodes()
                        .getValues())
                .containsExactlyElementsOf(Arrays.stream(ExitCode.values())
                        .filter(exit -> !goOn.contains(exit))
                        .map(ExitCode::code)
                        .toList());
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(StopSignal.PATIENCE_SECONDS);
    }

    @Test
    void theContainerIsTheImages() {
        String user = dockerfile.replaceFirst("(?s).*useradd --uid (\\d+) .* migrate.*", "$1");
        String home = dockerfile.replaceFirst("(?s).*\nWORKDIR (\\S+)\nVOLUME.*", "$1");

        assertThat(pod.getSecurityContext())
                .extracting("runAsUser", "runAsGroup", "fsGroup")
                .containsOnly(Long.valueOf(user));
        assertThat(mount("work").getMountPath()).isEqualTo(home);
        assertThat(dockerfile).contains("ENTRYPOINT [\"migrate\"]").contains("\nVOLUME " + home + "\n");
        assertThat(container.getCommand()).isEmpty();
        assertThat(container.getWorkingDir()).isNull();
    }

    /** The image's own files cannot be changed, so all that is written goes to the volume. */
    @Test
    void writesToTheVolumeOnly() {
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().equals("MIGRATE_JAVA_OPTIONS"))
                .extracting(EnvVar::getValue)
                .containsExactly("-Djava.io.tmpdir=" + mount("work").getMountPath());
        assertThat(container.getVolumeMounts())
                .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .extracting(VolumeMount::getName)
                .containsExactly("work");
    }

    private VolumeMount mount(String volume) {
        return container.getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals(volume))
                .findFirst()
                .orElseThrow();
    }
}
