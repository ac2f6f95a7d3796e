package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.probe.Probed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The catalogue: every check, by what it looks at. */
final class Checks {

    private static final List<Check<Plan>> OF_PLAN = List.of(new FeaturesCheck());
    private static final List<Check<ToolInventory>> OF_TOOLS = List.of(new ToolsCheck(), new ReleaseCheck());
    private static final List<Check<SourceInventory>> OF_SOURCE = List.of(
            new SourcePrivilegesCheck(),
            new ReplicationAccountCheck(),
            new ScopeCheck(),
            new GroupScopeCheck(),
            new GroupFenceCheck(),
            new FencedWritersCheck(),
            new TablesCheck(),
            new BusyCheck(),
            new FlavourCheck(),
            new RowImageCheck(),
            new DurabilityCheck(),
            new LongStatementsCheck(),
            new ReadOnlySourceCheck(),
            new BinlogReadersCheck(),
            new LogBinCheck(),
            new BinlogFormatCheck(),
            new ServerIdCheck(),
            new BinlogFilterCheck(),
            new UpstreamCheck(),
            new PreparedXaCheck(),
            new HiddenDefinitionsCheck(),
            new LinkEncryptionCheck(),
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
            new PrimaryKeyCheck(),
            new ScopeReferencesCheck(),
            new GroupReferencesCheck(),
            new DefinersCheck(),
            new BrokenViewsCheck(),
            new HiddenViewsCheck(),
            new TableStorageCheck(),
            new JsonCheck(),
            new TornWritersCheck(),
            new TornStatementsCheck());
    private static final List<Check<TargetInventory>> OF_TARGET = List.of(
            new TargetPrivilegesCheck(),
            new ProceduresCheck(),
            new GroupAccountsCheck(),
            new ForeignLinkCheck(),
            new TargetKindCheck(),
            new TargetWritableCheck());
    private static final List<Check<BothServers>> OF_BOTH = List.of(
            new VersionPairCheck(),
            new WayBackCheck(),
            new IdentityCheck(),
            new TargetEmptyCheck(),
            new RoutineTrustCheck(),
            new NameCaseCheck(),
            new CaseSettingCheck(),
            new GtidModeCheck(),
            new LinkModeCheck(),
            new LeftOutDatabasesCheck(),
            new PlainTargetCheck(),
            new GeneratedKeysCheck(),
            new PacketSizeCheck(),
            new SqlModeCheck(),
            new TimeZoneNamesCheck(),
            new TimeZoneCheck(),
            new EventSchedulerCheck(),
            new IgnoredTablesCheck(),
            new ServerCharacterSetCheck(),
            new ConnectionsCheck(),
            new PageSizeCheck(),
            new TargetPluginCheck(),
            new AccountCopyCheck(),
            new DefinerMapCheck(),
            new UnencryptedClientsCheck(),
            new AutoIncrementWithoutKeyCheck(),
            new SqlModesCheck(),
            new CollationsCheck(),
            new LongRowsCheck(),
            new ReservedWordsCheck(),
            new RemovedFeaturesCheck(),
            new ColumnTypesCheck(),
            new LooseForeignKeyCheck(),
            new SpatialCheck(),
            new ZeroDatesCheck());
    private static final List<Check<Addresses>> OF_NETWORK =
            List.of(new ReplicationHostCheck(), new PrivateEndpointCheck());
    private static final List<Check<SourceAndTools>> OF_SOURCE_AND_TOOLS =
            List.of(new DiskSpaceCheck(), new BackupLockCheck(), new DumpDatabasesCheck(), new GapsCheck());

    private static final List<Check<Foreseen>> OF_FORECAST = List.of(new RetentionCheck(), new CatchUpCheck());
    private static final List<Check<Probed>> OF_PROBES = List.of(new LinkProbeCheck(), new ProbeCheck());

    private Checks() {}

    /** All findings of all checks for which enough could be read. */
    static List<Finding> findings(Plan plan, Assessment seen) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(ask(OF_PLAN, plan, plan));
        findings.addAll(ask(OF_TOOLS, plan, seen.tools()));
        findings.addAll(ask(OF_PROBES, plan, seen.probed()));
        seen.source().ifPresent(source -> {
            findings.addAll(new ServerKindCheck("source").findings(plan, source.server()));
            findings.addAll(ask(OF_SOURCE, plan, source));
            findings.addAll(askOf(OF_FORECAST, plan, () -> Foreseen.of(plan, source, seen)));
            findings.addAll(ask(OF_SOURCE_AND_TOOLS, plan, new SourceAndTools(source, seen.tools())));
        });
        seen.target().ifPresent(target -> {
            findings.addAll(new ServerKindCheck("target").findings(plan, target.server()));
            findings.addAll(ask(OF_TARGET, plan, target));
            seen.source().ifPresent(source -> findings.addAll(ask(OF_BOTH, plan, new BothServers(source, target))));
        });
        return findings;
    }

    /** All findings about the way between the servers. */
    static List<Finding> ofNetwork(Plan plan, Addresses seen) {
        return ask(OF_NETWORK, plan, seen);
    }

    /** All findings about an account that this run has not made yet. */
    static List<Finding> ofOwnAccount(Plan plan, SourceInventory seen) {
        return askOf(new AccountNameCheck(), plan, () -> seen.part(ReplicationAccounts.class));
    }

    /** The rules of all checks. */
    static Catalogue catalogue() {
        List<Rule> rules =
                new ArrayList<>(List.of(Unreachable.RULE, AcceptedFindings.ACCEPTABLE, AcceptedFindings.USED));
        Stream.of(
                        OF_PLAN,
                        OF_TOOLS,
                        OF_SOURCE,
                        OF_TARGET,
                        OF_BOTH,
                        OF_SOURCE_AND_TOOLS,
                        OF_NETWORK,
                        OF_FORECAST,
                        OF_PROBES,
                        List.of(
                                new ServerKindCheck("source"),
                                new ReplicationPasswordCheck(),
                                new ReplicationCertificatesCheck(),
                                new AccountNameCheck()))
                .flatMap(List::stream)
                .forEach(check -> rules.addAll(check.rules()));
        return Catalogue.of(rules);
    }

    private static <T> List<Finding> ask(List<Check<T>> checks, Plan plan, T seen) {
        return checks.stream().flatMap(check -> ask(check, plan, seen).stream()).toList();
    }

    private static <T> List<Finding> askOf(List<Check<T>> checks, Plan plan, Supplier<T> seen) {
        return checks.stream()
                .flatMap(check -> askOf(check, plan, seen).stream())
                .toList();
    }

    private static <T> List<Finding> ask(Check<T> check, Plan plan, T seen) {
        return askOf(check, plan, () -> seen);
    }

    private static <T> List<Finding> askOf(Check<T> check, Plan plan, Supplier<T> seen) {
        if (check.isOfCutOver() && plan.purpose() == Plan.Purpose.SYNC) {
            return List.of();
        }
        try {
            return check.findings(plan, seen.get());
        } catch (UnreadException unread) {
            return check.rules().stream()
                    .map(rule -> rule.unknown(rule.title(), unread.reason()))
                    .toList();
        }
    }
}
