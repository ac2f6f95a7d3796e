package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue: every check, by what it looks at. */
final class Checks {

    private static final List<Check<Plan>> OF_PLAN = List.of(new FeaturesCheck());
    private static final List<Check<ToolInventory>> OF_TOOLS = List.of(new ToolsCheck());
    private static final List<Check<SourceInventory>> OF_SOURCE = List.of(
            new BinlogCheck(),
            new OtherWritersCheck(),
            new SourcePrivilegesCheck(),
            new ReplicationAccountCheck(),
            new ReplicationLoginCheck(),
            new ReservedAccountCheck(),
            new LoopbackAccountCheck(),
            new LoginPluginCheck(),
            new DroppedPrivilegesCheck(),
            new LockedAccountCheck(),
            new OpenAccountCheck(),
            new ProxyCheck(),
            new ClientCertificateCheck(),
            new AnonymousAccountCheck(),
            new UnnamedWritersCheck(),
            new GroupAccountsOnSourceCheck(),
            new ScopeCheck(),
            new GroupScopeCheck(),
            new TornWritersCheck(),
            new TablesCheck(),
            new BusyCheck(),
            new FlavourCheck(),
            new RowImageCheck(),
            new DurabilityCheck(),
            new LongStatementsCheck(),
            new ReadOnlySourceCheck(),
            new BinlogReadersCheck());
    private static final List<Check<TargetInventory>> OF_TARGET =
            List.of(new TargetPrivilegesCheck(), new ProceduresCheck(), new GroupAccountsCheck());
    private static final List<Check<BothServers>> OF_BOTH = List.of(
            new VersionPairCheck(),
            new TargetPluginCheck(),
            new UnencryptedClientsCheck(),
            new IdentityCheck(),
            new TargetEmptyCheck(),
            new RoutineTrustCheck());
    private static final List<Check<SourceAndTools>> OF_SOURCE_AND_TOOLS =
            List.of(new DumpDefectsCheck(), new DiskSpaceCheck(), new BackupLockCheck(), new ReleaseCheck());

    private Checks() {}

    /** All findings of all checks for which enough could be read. */
    static List<Finding> findings(Plan plan, Assessment seen) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(ask(OF_PLAN, plan, plan));
        findings.addAll(ask(OF_TOOLS, plan, seen.tools()));
        seen.source().ifPresent(source -> {
            findings.addAll(new ServerKindCheck("source").findings(plan, source.server()));
            findings.addAll(ask(OF_SOURCE, plan, source));
            findings.addAll(ask(OF_SOURCE_AND_TOOLS, plan, new SourceAndTools(source, seen.tools())));
        });
        seen.target().ifPresent(target -> {
            findings.addAll(new ServerKindCheck("target").findings(plan, target.server()));
            findings.addAll(ask(OF_TARGET, plan, target));
            seen.source().ifPresent(source -> findings.addAll(ask(OF_BOTH, plan, new BothServers(source, target))));
        });
        return findings;
    }

    /** The rules of all checks. */
    static Catalogue catalogue() {
        List<Rule> rules = new ArrayList<>(List.of(Unreachable.RULE));
        Stream.of(
                        OF_PLAN,
                        OF_TOOLS,
                        OF_SOURCE,
                        OF_TARGET,
                        OF_BOTH,
                        OF_SOURCE_AND_TOOLS,
                        List.of(new ServerKindCheck("source"), new ReplicationPasswordCheck()))
                .flatMap(List::stream)
                .forEach(check -> rules.addAll(check.rules()));
        return Catalogue.of(rules);
    }

    private static <T> List<Finding> ask(List<Check<T>> checks, Plan plan, T seen) {
        return checks.stream().flatMap(check -> ask(check, plan, seen).stream()).toList();
    }

    private static <T> List<Finding> ask(Check<T> check, Plan plan, T seen) {
        try {
            return check.findings(plan, seen);
        } catch (UnreadException unread) {
            return check.rules().stream()
                    .map(rule -> rule.unknown(rule.title(), unread.reason()))
                    .toList();
        }
    }
}
