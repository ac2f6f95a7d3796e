package io.flexmigrate.planning;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.TableSize;
import java.util.List;

/**
 * All that ASSESS has to say, whether or not it lets a run go on.
 *
 * @param source the server that is left
 * @param target the server that is gone to
 * @param tools what mydumper and myloader say of their versions; a phrase each
 * @param findings all that the checks said, accepted ones too
 * @param catalogue the rules the findings are about
 * @param unseen what nobody can check from here
 * @param tables base tables of the databases that move; empty when they could not be read
 * @param forecast how long it takes
 * @param groups who cuts over together
 * @param parameters settings of the target that make the load faster or possible
 */
public record AssessmentResult(
        Server source,
        Server target,
        List<String> tools,
        List<Finding> findings,
        Catalogue catalogue,
        List<Unseen> unseen,
        List<TableSize> tables,
        Forecast forecast,
        List<GroupPlan> groups,
        List<ParameterAdvice> parameters) {

    public AssessmentResult {
        tools = List.copyOf(tools);
        findings = List.copyOf(findings);
        unseen = List.copyOf(unseen);
        tables = List.copyOf(tables);
        groups = List.copyOf(groups);
        parameters = List.copyOf(parameters);
    }

    /**
     * One side.
     *
     * @param address host and port, such as {@code db1.example.com:3306}
     * @param version what the server says of its version; empty when it could not be read
     * @param flavour who built it, such as {@code Percona Server}; empty when it could not be read
     */
    public record Server(String address, String version, String flavour) {}

    /**
     * Something that cannot be seen from where this program runs.
     *
     * @param subject what, such as {@code network from target to source}
     * @param reason why not, as a sentence
     * @param remedy how a person can see it; statements and commands stand on lines of their own
     */
    public record Unseen(String subject, String reason, String remedy) {}

    /**
     * Databases that cut over together.
     *
     * @param accounts the accounts the plan names for it
     * @param writers who writes to its databases, or may, as a phrase each
     * @param reasons what holds its databases together, as a phrase each
     */
    public record GroupPlan(
            String name,
            List<String> databases,
            List<AccountName> accounts,
            List<String> writers,
            List<String> reasons) {
        public GroupPlan {
            databases = List.copyOf(databases);
            accounts = List.copyOf(accounts);
            writers = List.copyOf(writers);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A server parameter of the target to change for the load and to put back.
     *
     * @param name such as {@code max_allowed_packet}
     * @param now its value
     * @param forTheLoad the value that helps
     * @param why what it helps against, as a phrase
     * @param before command that sets it, to be pasted
     * @param after command that puts it back, to be pasted
     */
    public record ParameterAdvice(
            String name, String now, String forTheLoad, String why, String before, String after) {}

    /** Whether a run would be refused. */
    public boolean isBlocked() {
        return findings.stream().anyMatch(Finding::blocks);
    }
}
