package io.flexmigrate.lab;

/** The JVM's shutdown hooks, seen from a server that closes while the JVM may be going down. */
final class ShutdownHooks {

    private ShutdownHooks() {}

    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // because the hook has run or is about to, and finds nothing left to do
        }
    }
}
