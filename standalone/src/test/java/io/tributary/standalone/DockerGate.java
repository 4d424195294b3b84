package io.tributary.standalone;

import org.testcontainers.DockerClientFactory;

/** The first step of the profile testcontainers: it ends the build when there is no Docker to run on. */
public final class DockerGate {
    private DockerGate() {}

    /**
     * Looks for Docker.
     *
     * @throws IllegalStateException with the one sentence that says what is missing
     */
    public static void main(String[] arguments) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(ContainerCluster.NO_DOCKER);
        }
    }
}
