package io.flexmigrate.plan;

import io.flexmigrate.plan.Plan.CutOver;
import io.flexmigrate.plan.Plan.Endpoint;
import io.flexmigrate.plan.Plan.Replication;
import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.SecretReference.CommandOutput;
import io.flexmigrate.plan.SecretReference.Environment;
import io.flexmigrate.plan.SecretReference.FileContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes a plan file that explains itself, and that {@link PlanReader} reads as the plan it was made of. */
public final class PlanWriter {

    private static final String OFF = "off";
    private static final long MEGABYTE = 1_000_000;
    private static final String SECRET_FORMS = "(free) or { env: NAME }, { file: PATH } or { command: [PROGRAM, ...] }";

    private final PlanDraft draft;
    private final PlanLines lines = new PlanLines();

    private PlanWriter(PlanDraft draft) {
        this.draft = draft;
    }

    /**
     * The text of the file. Names that a plan cannot hold are written all the same; reading it back tells.
     *
     * @throws IllegalArgumentException when a secret stands in the plan itself
     */
    public static String write(PlanDraft draft) {
        return new PlanWriter(draft).text();
    }

    private String text() {
        Plan plan = draft.plan();
        lines.say(draft.heading());
        lines.say(List.of(
                "",
                "Durations are a whole number and ms, s, m, h or d. Relative paths are relative to this file; so is a"
                        + " program with a '/'. A field marked (free) may be changed while a run is under way; any other"
                        + " change is refused by `migrate resume`."));
        lines.blank();
        lines.field("version", "1", "of this format; always 1");
        lines.field("name", YamlText.scalar(plan.name()), "names the run, its lock and its work directory");
        lines.field(
                "purpose",
                Scalar.word(plan.purpose()),
                "or: sync, a replica that stays, which `migrate watch` looks after");
        lines.unused(
                "allow_literal_secrets", "true", "(free) lets passwords stand in this file; for throw-away servers");
        section("source", "the server that is left", this::source);
        section("target", "the server that is gone to", this::target);
        section("scope", "what moves", this::scope);
        section("accounts", "", this::accounts);
        lines.unused(
                "definers",
                "{ 'old@%': 'new@%' }",
                "who defines views, routines, triggers and events on the target; otherwise the account we log in with");
        findings();
        section("dump", "the snapshot, by mydumper", this::dump);
        section("load", "the loading, by myloader", this::load);
        section("link", "replication into the target", this::link);
        section("catch_up", "when the target counts as caught up; all of it (free)", this::catchUp);
        section("verify", "", this::verify);
        section("watch", "`migrate watch`; all of it (free)", this::watch);
        lines.blank();
        lines.unused(
                "on",
                "[{ events: [gate, failed], run: [scripts/tell], timeout: 10s }]",
                "(free) who is told of the run, and of what");
        section("cutover", "the write pause", this::cutOver);
        return lines.text();
    }

    private void section(String key, String comment, Runnable content) {
        lines.blank();
        lines.say(draft.remarks(key));
        lines.section(key, comment, content);
    }

    private void source() {
        Plan.Source source = draft.plan().source();
        endpoint("source", source.endpoint());
        lines.section("replication", "how the TARGET reaches the source", () -> replication(source.replication()));
        lines.say(draft.remarks("source.binlog_retention"));
        duration("binlog_retention", source.binlogRetention(), "PREPARE raises a shorter setting of the source");
    }

    private void endpoint(String path, Endpoint endpoint) {
        lines.field("host", YamlText.scalar(endpoint.host()), "");
        lines.field("port", String.valueOf(endpoint.port()), "");
        lines.field("user", YamlText.scalar(endpoint.user()), "");
        lines.field("password", secret(endpoint.password()), SECRET_FORMS);
        lines.say(draft.remarks(path + ".tls"));
        lines.section("tls", "", () -> tls(endpoint.tls()));
    }

    private void tls(Tls tls) {
        lines.field("mode", Scalar.word(tls.mode()), "disabled, preferred, required, verify-ca or verify-identity");
        authorities(tls.ca().map(Path::toString).orElse(""), "PEM; only with verify-ca or verify-identity");
    }

    private void authorities(String file, String comment) {
        if (file.isEmpty()) {
            lines.unused("ca", "certs/ca.pem", comment);
            return;
        }
        lines.field("ca", YamlText.scalar(file), comment);
    }

    private void replication(Replication replication) {
        lines.field(
                "host",
                YamlText.scalar(replication.host()),
                "often a private address that only the target's network knows");
        lines.field("port", String.valueOf(replication.port()), "");
        lines.field("user", YamlText.scalar(replication.user()), "needs REPLICATION SLAVE");
        if (replication.create()) {
            lines.field("create", "true", "PREPARE creates the account, FINISH drops it");
        } else {
            lines.field("password", secret(replication.password()), "(free)");
            lines.unused("create", "true", "instead of a password: PREPARE creates the account, FINISH drops it");
        }
        authorities(
                replication.ca().map(Path::toString).orElse(""),
                "signs the source's certificate; without it replication is not encrypted");
    }

    private void target() {
        lines.field("kind", Scalar.word(draft.plan().target().kind()), "or: mysql");
        endpoint("target", draft.plan().target().endpoint());
    }

    private void scope() {
        Plan.Scope scope = draft.plan().scope();
        if (scope.isAll()) {
            lines.field("databases", "all", "all but the system's own; or a list, as in [shop, billing]");
        } else {
            lines.list("databases", scope.databases(), "");
        }
        lines.unused(
                "exclude_tables", "[shop.tmp_*]", "database.table, * stands for any text; refused by this version");
    }

    private void accounts() {
        Plan.Accounts accounts = draft.plan().accounts();
        lines.field(
                "copy",
                String.valueOf(accounts.copy()),
                "true: users, roles and grants are copied, locked until the flip");
        lines.unused("exclude", "[root, backup@localhost]", "a user, or one account");
        lines.unused(
                "existing",
                "keep",
                "accounts that the target has already; or merge: grant them what the source's have");
    }

    private void findings() {
        Plan plan = draft.plan();
        lines.blank();
        if (plan.probe().isEmpty()) {
            lines.field("probe", "none", "(free) what ASSESS may try on the target: load, link, all, or a list");
        } else {
            lines.list("probe", plan.probe().stream().map(Scalar::word).sorted().toList(), "(free)");
        }
        if (plan.accept().isEmpty()) {
            lines.unused(
                    "accept", "{ FM1106: our replica is moved later }", "(free) findings that you live with, and why");
            return;
        }
        lines.section(
                "accept",
                "(free) findings that you live with, and why",
                () -> plan.accept()
                        .forEach(acceptance -> lines.field(
                                YamlText.scalar(acceptance.target()), YamlText.scalar(acceptance.reason()), "")));
    }

    private void dump() {
        Plan.Dump dump = draft.plan().dump();
        lines.unused("mydumper", "/opt/mydumper/mydumper", "(free) else MIGRATE_MYDUMPER, else the one on the path");
        threads(dump.threads(), "(free) 1 to 256; auto: by the number of cores");
        duration("max_lock", dump.maxLock(), "(free) how long the source may be locked at most");
        duration("long_query_guard", dump.longQueryGuard(), "(free) a longer statement keeps the dump from beginning");
        lines.field("on_long_query", Scalar.word(dump.onLongQuery()), "(free) wait for its end, abort, or kill it");
        lines.field(
                "block_ddl", String.valueOf(dump.blockDdl()), "(free) hold back schema changes meanwhile, if allowed");
        lines.field("compress", Scalar.word(dump.compress()), "(free) none, gzip or zstd");
        lines.field("max_running", bound(dump.maxRunning()), "(free) pause while more threads run on the source");
        lines.field("max_rate", rate(dump.maxRate()), "(free) bytes a second, such as 50MB");
    }

    private void load() {
        Plan.Load load = draft.plan().load();
        lines.unused("myloader", "/opt/mydumper/myloader", "(free) else MIGRATE_MYLOADER, else the one on the path");
        threads(load.threads(), "(free) as above");
        lines.field(
                "defer_indexes", String.valueOf(load.deferIndexes()), "(free) build secondary indexes after the data");
        lines.field("defer_unique_keys", String.valueOf(load.deferUniqueKeys()), "(free) unique keys too");
    }

    private static String bound(int number) {
        return number == 0 ? OFF : Integer.toString(number);
    }

    private static String rate(long bytes) {
        return bytes == 0 ? OFF : bytes / MEGABYTE + "MB";
    }

    private void catchUp() {
        Plan.CatchUp catchUp = draft.plan().catchUp();
        duration("max_lag", catchUp.maxLag(), "");
        duration("stable_for", catchUp.stableFor(), "the lag stays below max_lag for this long");
        duration("timeout", catchUp.timeout(), "give up after this long");
        lines.field(
                "heartbeat",
                String.valueOf(catchUp.heartbeat()),
                "measure the lag by a row in a small database of our own on the source");
    }

    private void link() {
        Plan.Link link = draft.plan().link();
        lines.field("mode", Scalar.word(link.mode()), "auto, position or gtid");
        duration("retry_for", link.retryFor(), "(free) bear errors that may pass for this long");
    }

    private void watch() {
        Plan.Watch watch = draft.plan().watch();
        duration("interval", watch.interval(), "between two looks");
        duration("max_lag", watch.maxLag(), "a larger lag raises the alarm");
        if (watch.alert().isEmpty()) {
            lines.unused("alert", "[{ run: [scripts/alert] }]", "run when the verdict changes");
        }
    }

    private void verify() {
        Plan.Verify verify = draft.plan().verify();
        lines.field("mode", Scalar.word(verify.mode()), "compare every table; none is refused by this version");
        lines.field("threads", String.valueOf(verify.threads()), "(free) tables compared at once, 1 to 64");
        lines.field(
                "at_cutover",
                Scalar.word(verify.atCutOver()),
                "(free) required or best-effort: without proof of the last changes, undo or go on");
        lines.field("max_load", bound(verify.maxLoad()), "(free) stand aside while more threads run on the source");
        lines.field(
                "background",
                bound(verify.background()),
                "(free) percent of one thread's time in which `migrate watch` proves all again");
    }

    private void cutOver() {
        CutOver cutOver = draft.plan().cutover();
        lines.field(
                "approval",
                Scalar.word(cutOver.approval()),
                "(free) stop before it, `migrate cutover` goes on; or: automatic");
        duration("budget", cutOver.budget(), "(free) no longer than this without writes, or it is undone");
        duration(
                "dead_man_after",
                cutOver.deadManAfter(),
                "(free) should we die, the source takes writes again after this");
        lines.field("rehearsals", String.valueOf(cutOver.rehearsals()), "(free) measurements of the pause beforehand");
        lines.field("on_blocker", Scalar.word(cutOver.onBlocker()), "(free) transactions in the way: wait, or kill");
        duration(
                "watch_stragglers",
                cutOver.watchStragglers(),
                "(free) how long to look who still comes to the old server");
        lines.field(
                "way_back",
                Scalar.word(cutOver.wayBack()),
                "replication from target to source: required, best-effort or none");
        new GroupLines(lines).write(draft);
    }

    private void threads(int threads, String comment) {
        lines.field("threads", threads == 0 ? "auto" : String.valueOf(threads), comment);
    }

    private void duration(String key, Duration duration, String comment) {
        lines.field(key, DurationText.of(duration), comment);
    }

    private static String secret(SecretReference reference) {
        if (reference instanceof Environment variable) {
            return "{ env: " + YamlText.scalar(variable.variable()) + " }";
        }
        if (reference instanceof FileContent content) {
            return "{ file: " + YamlText.scalar(content.file().toString()) + " }";
        }
        if (reference instanceof CommandOutput output) {
            return "{ command: " + YamlText.list(output.command()) + " }";
        }
        throw new IllegalArgumentException("A secret itself is never written into a plan.");
    }
}
