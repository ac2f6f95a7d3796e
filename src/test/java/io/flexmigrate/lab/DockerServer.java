package io.flexmigrate.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A server from an image whose entrypoint behaves like that of the official ones: {@code MYSQL_ROOT_PASSWORD}, and a
 * command that is mysqld's options. It shares this machine's network, so that servers of the lab, and a proxy between
 * them, find each other at the same address as we do.
 */
final class DockerServer implements LabServer {

    private static final Path DATA = Path.of("/var/lib/mysql");

    private final LabVersion version;
    private final List<String> options;
    private final GenericContainer<?> container;

    private DockerServer(LabVersion version, List<String> options, GenericContainer<?> container) {
        this.version = version;
        this.options = List.copyOf(options);
        this.container = container;
    }

    /** Fails, never skips, when Docker was asked for and is not to be had. */
    static DockerServer start(LabVersion version, List<String> options) {
        String image = image(version);
        try {
            DockerImage.ensure(image);
            GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                    .withNetworkMode("host")
                    .withEnv("MYSQL_ROOT_PASSWORD", Lab.ROOT_PASSWORD.value())
                    .withCommand(options.toArray(new String[0]));
            container.start();
            return new DockerServer(version, options, container).awaited();
        } catch (RuntimeException failure) {
            throw new IllegalStateException(
                    "-Dlab=docker: no server from the image " + image + ": " + failure.getMessage(), failure);
        }
    }

    private static String image(LabVersion version) {
        String asked = System.getProperty("lab.image", "");
        return asked.isBlank() ? version.image() : asked;
    }

    @Override
    public LabVersion version() {
        return version;
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return ServerOptions.port(options);
    }

    @Override
    public Path dataDirectory() {
        return DATA;
    }

    @Override
    public Path caCertificate() {
        try {
            Path copy = Files.createTempFile("migrate-lab-ca-", ".pem");
            copy.toFile().deleteOnExit();
            container.copyFileFromContainer(DATA.resolve("ca.pem").toString(), copy.toString());
            return copy;
        } catch (NotFoundException none) {
            throw new IllegalStateException(
                    "the server of image " + container.getDockerImageName() + " has no TLS", none);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        try {
            docker().stopContainerCmd(container.getContainerId()).exec();
        } catch (NotModifiedException stoppedAlready) {
            // because that is what was asked for
        }
    }

    @Override
    public void kill() {
        docker().killContainerCmd(container.getContainerId()).withSignal("KILL").exec();
        docker().waitContainerCmd(container.getContainerId()).start().awaitStatusCode();
    }

    @Override
    public void start() {
        docker().startContainerCmd(container.getContainerId()).exec();
        awaited();
    }

    @Override
    public void close() {
        container.stop();
    }

    private DockerServer awaited() {
        try {
            Answer.await(this, this::isAlive, container::getLogs);
            return this;
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private boolean isAlive() {
        return Boolean.TRUE.equals(docker().inspectContainerCmd(container.getContainerId())
                .exec()
                .getState()
                .getRunning());
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }
}
