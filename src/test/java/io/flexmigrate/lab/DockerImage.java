package io.flexmigrate.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** An image the Docker daemon has or can pull. */
final class DockerImage {

    private static final long PULL_MINUTES = 10;

    private DockerImage() {}

    /**
     * Pulls the image unless the daemon has it; tries once, since a registry out of reach stays so.
     *
     * @throws IllegalStateException with what to do
     */
    static void ensure(String image) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "no Docker daemon answers. Start one or set DOCKER_HOST, or leave -Dlab away for local binaries");
        }
        DockerClient docker = DockerClientFactory.instance().client();
        try {
            docker.inspectImageCmd(image).exec();
        } catch (NotFoundException notHere) {
            pull(docker, image);
        }
    }

    private static void pull(DockerClient docker, String image) {
        try {
            if (docker.pullImageCmd(image).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES)) {
                return;
            }
            throw new IllegalStateException(advice("pulling it takes longer than " + PULL_MINUTES + " minutes"));
        } catch (DockerException failure) {
            throw new IllegalStateException(advice("it cannot be pulled: " + failure.getMessage()), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the pull was interrupted", interrupted);
        }
    }

    private static String advice(String failure) {
        return "the daemon does not have it, and " + failure + ". Build or load it, or name another with -Dlab.image";
    }
}
