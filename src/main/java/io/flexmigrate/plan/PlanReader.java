package io.flexmigrate.plan;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.plan.Plan.Accounts;
import io.flexmigrate.plan.Plan.CatchUp;
import io.flexmigrate.plan.Plan.Dump;
import io.flexmigrate.plan.Plan.Link;
import io.flexmigrate.plan.Plan.Load;
import io.flexmigrate.plan.Plan.Purpose;
import io.flexmigrate.plan.Plan.Scope;
import io.flexmigrate.plan.Plan.Verify;
import io.flexmigrate.plan.Plan.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Makes a {@link Plan} of a plan file, or says everything that is wrong with it. */
public final class PlanReader {

    private static final int MOST_TOOL_THREADS = 256;
    private static final int MOST_RUNNING = 100_000;
    private static final int MOST_VERIFY_THREADS = 64;
    private static final int DEFAULT_BACKGROUND = 10;
    private static final int DEFAULT_VERIFY_THREADS = 2;

    /**
     * Reads a plan file.
     *
     * @throws InvalidPlanException with every problem of the file, also when it cannot be read at all
     */
    public PlanFile read(Path file) {
        return read(file, PlanText.of(file));
    }

    /**
     * Reads a plan that is not on disk yet.
     *
     * @param file where it is going to stand: paths in it are relative to that
     * @throws InvalidPlanException with every problem of the text
     */
    public PlanFile read(Path file, String text) {
        return read(file, PlanText.of(file, text));
    }

    private static PlanFile read(Path file, PlanText text) {
        Node root = YamlDocument.of(file, text).root();
        Notebook notebook = new Notebook();
        PlanDirectory directory = PlanDirectory.of(file);
        Plan plan = YamlSection.read(root, "", new Values(notebook), section -> plan(section, directory));
        new GroupRules(plan.scope(), notebook).check(plan.cutover().groups());
        if (!notebook.problems().isEmpty()) {
            throw new InvalidPlanException(file.toString(), notebook.problems());
        }
        return new PlanFile(file.toAbsolutePath().normalize(), plan, notebook.fields());
    }

    /** Asks for all that a plan may say. */
    static Plan plan(Section section, PlanDirectory directory) {
        section.required("version", version());
        String name = section.required("name", Names.run());
        boolean literals = section.optional("allow_literal_secrets", Scalar.yesOrNo(), false);
        SecretReader secrets = new SecretReader(directory, literals);
        ServerReader servers = new ServerReader(directory, secrets);
        return new Plan(
                name,
                section.optional("purpose", Scalar.word(Purpose.class), Purpose.MIGRATION),
                section.requiredSection("source", servers::source),
                section.requiredSection("target", servers::target),
                section.section("scope", PlanReader::scope),
                section.section("accounts", PlanReader::accounts),
                section.section("definers", PlanReader::definers),
                section.section("dump", dump -> dump(dump, directory)),
                section.section("load", load -> load(load, directory)),
                section.section("link", PlanReader::link),
                section.section("catch_up", PlanReader::catchUp),
                section.section("watch", watch -> watch(watch, directory)),
                section.section("verify", PlanReader::verify),
                section.section("cutover", new CutOverReader(directory, secrets, name)::read),
                section.section("accept", AcceptReader::read),
                ProbeReader.read(section),
                section.list("on", new OccasionHookReader(directory, secrets)::read)
                        .orElse(List.of()));
    }

    private static Scalar<Integer> version() {
        return Scalar.of(
                "must be 1, the version this program reads",
                1,
                text -> text.equals("1") ? Optional.of(1) : Optional.empty(),
                Shape.wholeNumber(1, 1));
    }

    private static Scope scope(Section section) {
        Scalar<List<String>> all = Scalar.of(
                "must be all or a list of names",
                List.of(),
                text -> text.equals("all") ? Optional.of(List.of()) : Optional.empty(),
                Shape.words(List.of("all")));
        return new Scope(
                section.optional("databases", new WordOrList<>(all, Names.database()))
                        .orElse(List.of()),
                section.list("exclude_tables", Names.tables()));
    }

    private static Accounts accounts(Section section) {
        return new Accounts(
                section.optional("copy", Scalar.yesOrNo(), false),
                section.list("exclude", Names.accountText()),
                section.optional("existing", Scalar.word(Existing.class), Existing.KEEP));
    }

    private static Map<AccountName, AccountName> definers(Section section) {
        Map<AccountName, AccountName> definers = new LinkedHashMap<>();
        section.entries(Names.account(), Names.account(), Map::entry)
                .forEach(entry -> definers.put(entry.getKey(), entry.getValue()));
        return definers;
    }

    private static Dump dump(Section section, PlanDirectory directory) {
        return new Dump(
                section.optional("mydumper", directory.program()),
                section.optional("threads", Scalar.threads(MOST_TOOL_THREADS), 0),
                section.optional("max_lock", Scalar.duration("100ms", "1h"), Duration.ofSeconds(5)),
                section.optional("long_query_guard", Scalar.duration("1s", "1d"), Duration.ofMinutes(1)),
                section.optional("on_long_query", Scalar.word(LongQueries.class), LongQueries.WAIT),
                section.optional("block_ddl", Scalar.yesOrNo(), true),
                section.optional("compress", Scalar.word(Compression.class), Compression.NONE),
                section.optional("max_running", Scalar.bound(MOST_RUNNING), 0),
                section.optional("max_rate", Scalar.rate(), 0L));
    }

    private static Load load(Section section, PlanDirectory directory) {
        return new Load(
                section.optional("myloader", directory.program()),
                section.optional("threads", Scalar.threads(MOST_TOOL_THREADS), 0),
                section.optional("defer_indexes", Scalar.yesOrNo(), true),
                section.optional("defer_unique_keys", Scalar.yesOrNo(), true));
    }

    private static Link link(Section section) {
        return new Link(
                section.optional("mode", Scalar.word(LinkMode.class), LinkMode.AUTO),
                section.optional("retry_for", Scalar.duration("0s", "1d"), Duration.ofMinutes(10)));
    }

    private static CatchUp catchUp(Section section) {
        return new CatchUp(
                section.optional("max_lag", Scalar.duration("100ms", "1d"), Duration.ofSeconds(2)),
                section.optional("stable_for", Scalar.duration("0s", "1d"), Duration.ofSeconds(10)),
                section.optional("timeout", Scalar.duration("1s", "99d"), Duration.ofDays(1)),
                section.optional("heartbeat", Scalar.yesOrNo(), true));
    }

    private static Watch watch(Section section, PlanDirectory directory) {
        return new Watch(
                section.optional("interval", Scalar.duration("1s", "1h"), Duration.ofSeconds(10)),
                section.optional("max_lag", Scalar.duration("100ms", "1d"), Duration.ofMinutes(1)),
                section.list("alert", new HookReader(directory, FlipHookReader.PATIENCE)::read)
                        .orElse(List.of()));
    }

    private static Verify verify(Section section) {
        return new Verify(
                section.optional("mode", Scalar.word(VerifyMode.class), VerifyMode.FULL),
                section.optional("threads", Scalar.wholeNumber(1, MOST_VERIFY_THREADS), DEFAULT_VERIFY_THREADS),
                section.optional("at_cutover", Scalar.word(CutOverProof.class), CutOverProof.REQUIRED),
                section.optional("max_load", Scalar.bound(MOST_RUNNING), 0),
                section.optional("background", Scalar.bound(100), DEFAULT_BACKGROUND));
    }
}
