package io.flexmigrate.stage.assess;

/** Commands for the flexible server's control plane, to be pasted. */
final class AzureCommand {

    private AzureCommand() {}

    /** Sets a server parameter of the target. */
    static String parameter(String name, String value) {
        return "az mysql flexible-server parameter set --resource-group <resource-group> --server-name <name> --name "
                + name + " --value " + value;
    }
}
