package io.flexmigrate.lab;

/** Boots servers and keeps them for trials by hand: a source with the dataset, and an emulated flexible server. */
final class LabMain {

    private LabMain() {}

    /**
     * Runs until it is ended.
     *
     * @param arguments the version of the source, such as MYSQL_5_7; 8.0 when left out
     */
    public static void main(String[] arguments) throws InterruptedException {
        LabVersion version = arguments.length > 0 ? LabVersion.valueOf(arguments[0]) : LabVersion.MYSQL_8_0;
        LabServer source = Lab.start(version);
        LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE);
        Dataset.install(source);
        System.out.println("source " + source.port() + ", target " + target.port() + ", password "
                + Lab.ROOT_PASSWORD.value() + "; ends with this program");
        Thread.currentThread().join();
    }
}
