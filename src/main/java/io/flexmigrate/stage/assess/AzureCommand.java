package io.flexmigrate.stage.assess;

import io.flexmigrate.plan.Plan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands of the Azure CLI for the target, to be pasted: {@code az mysql flexible-server --help}. */
public record AzureCommand(Plan plan) {

    private static final String COMMAND = "az mysql flexible-server ";
    private static final Pattern OF_AZURE = Pattern.compile("([A-Za-z0-9-]+)(\\..*)?\\.mysql\\.database\\..*");
    private static final Pattern PLAIN = Pattern.compile("[\\w.,:+%/-]+");

    /** Sets a server parameter. */
    String set(String name, String value) {
        return COMMAND + "parameter set" + server("--server-name") + " --name " + name + " --value " + quoted(value);
    }

    /** Shows a server parameter. */
    String show(String name) {
        return COMMAND + "parameter show" + server("--server-name") + " --name " + name + " --query value";
    }

    /** Restarts the server: what a parameter that is static needs. */
    String restart() {
        return COMMAND + "restart" + server("--name");
    }

    /** Has the server believe that it has executed these transactions, and no others. */
    public String resetGtids(String transactions) {
        return COMMAND + "gtid reset" + server("--server-name") + " --gtid-set " + quoted(transactions)
                + " --subscription <subscription-id>";
    }

    /** Takes high availability away. */
    String withoutHighAvailability() {
        return COMMAND + "update" + server("--name") + " --high-availability Disabled";
    }

    /** Shows the size of the disk. */
    String storage() {
        return COMMAND + "show" + server("--name") + " --query storage";
    }

    /** Shows from where the server can be reached. */
    String network() {
        return COMMAND + "show" + server("--name") + " --query network";
    }

    /** Makes a read replica a server of its own. */
    String stopReplica() {
        return COMMAND + "replica stop-replication" + server("--name");
    }

    private String server(String option) {
        Matcher name = OF_AZURE.matcher(plan.target().endpoint().host());
        return " --resource-group <resource-group> " + option + " "
                + (name.matches() ? name.group(1) : "<server-name>");
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
