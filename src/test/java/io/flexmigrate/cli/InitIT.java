package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.Group;
import io.flexmigrate.plan.Plan.TlsMode;
import io.flexmigrate.plan.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitIT {

    private static final List<String> DATABASES = List.of("alone", "app1", "app2", "ev1", "ev2", "fk1", "fk2");
    private static final String HOSTILE = "a`b #c: [d]'\" ${e} \u2028name: x";

    @TempDir
    private Path directory = Path.of("");

    private Path planFile() {
        return directory.resolve("plan.yaml");
    }

    private Plan plan() {
        return new PlanReader().read(planFile()).plan();
    }

    private List<List<String>> groups() {
        return plan().cutover().groups().stream().map(Group::databases).toList();
    }

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void writesAPlanThatMovesWhatItFound(LabVersion version) throws IOException {
        try (InitLab lab = InitLab.begin(version)) {
            fill(lab);

            CommandLineRun one = lab.init(directory);

            assertThat(one.err()).isEmpty();
            assertThat(one.exit()).isZero();
            assertThat(plan().scope().isAll()).isTrue();
            assertThat(groups())
                    .containsExactly(plan().cutover().groups().get(0).databases());
            assertThat(groups().get(0)).hasSize(14).containsAll(DATABASES).contains(HOSTILE);
            assertThat(plan().cutover().groups().get(0).accounts())
                    .containsExactly(new AccountName("app", "%"), new AccountName("editor", "%"));
            assertThat(plan().source().endpoint().tls().mode())
                    .isEqualTo(version.speaksTls() ? TlsMode.REQUIRED : TlsMode.DISABLED);
            assertThat(plan().target().endpoint().tls().mode()).isEqualTo(TlsMode.REQUIRED);
            assertThat(Files.readString(planFile()))
                    .doesNotContain(InitLab.SOURCE_PASSWORD, InitLab.REPLICATION_PASSWORD, "lab-Admin-1")
                    .contains("# foreign key fk2.child.fk_parent → fk1.parent");
            assertThat(one.out())
                    .contains("fk1: fk1, fk2", "trigger tr1.after_insert", "app@% writes to app1 and app2")
                    .contains("admin@%")
                    .contains("Next: migrate plan");
            keptOut(lab);
            smallest(lab);
            acceptedByPlan(lab);
        }
    }

    private static void fill(InitLab lab) {
        for (String name : List.of(
                "fk1", "fk2", "vi1", "vi2", "tr1", "tr2", "ro1", "ro2", "ev1", "ev2", "app1", "app2", "alone")) {
            lab.source.execute(
                    "CREATE DATABASE " + name,
                    "CREATE TABLE " + name + ".parent (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB");
        }
        lab.source.execute(
                "CREATE DATABASE `" + HOSTILE.replace("`", "``") + "`",
                "CREATE TABLE fk2.child (id INT NOT NULL PRIMARY KEY, parent INT, CONSTRAINT fk_parent"
                        + " FOREIGN KEY (parent) REFERENCES fk1.parent (id)) ENGINE=InnoDB",
                "CREATE VIEW vi1.v AS SELECT id FROM vi2.parent",
                "CREATE TRIGGER tr1.after_insert AFTER INSERT ON tr1.parent FOR EACH ROW INSERT INTO tr2.parent"
                        + " VALUES (NEW.id)",
                "CREATE PROCEDURE ro1.p() DELETE FROM ro2.parent",
                "CREATE EVENT ev1.e ON SCHEDULE EVERY 1 YEAR STARTS '2036-01-01' DO DELETE FROM ev2.parent");
        for (String account : List.of("app", "editor", "`we'ird`", "admin")) {
            String name = account.replace("`", "");
            lab.source.execute("CREATE USER `" + name + "`@'%' IDENTIFIED WITH mysql_native_password BY 'lab-app'");
            lab.target.execute("CREATE USER `" + name + "`@'%' IDENTIFIED WITH mysql_native_password BY 'lab-app'");
        }
        lab.source.execute(
                "GRANT SELECT, INSERT ON app1.* TO app@'%'",
                "GRANT UPDATE ON app2.parent TO app@'%'",
                "GRANT ALL ON alone.* TO editor@'%'",
                "GRANT DELETE ON alone.* TO `we'ird`@'%'",
                "GRANT INSERT, UPDATE, DELETE, SELECT ON *.* TO admin@'%'");
    }

    private void keptOut(InitLab lab) throws IOException {
        String before = Files.readString(planFile());

        CommandLineRun again = lab.init(directory);

        assertThat(again.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(again.err()).contains("is there already", "--force");
        assertThat(Files.readString(planFile())).isEqualTo(before);
    }

    /** Without the database that no mydumper 0.10 can read, which is its own finding. */
    private void acceptedByPlan(InitLab lab) throws IOException {
        lab.source.execute("DROP DATABASE `" + HOSTILE.replace("`", "``") + "`");
        assertThat(lab.init(directory, "--force").exit()).isZero();

        CommandLineRun plan = CommandLineRun.of(
                "plan",
                planFile().toString(),
                "--work-dir",
                directory.resolve("work").toString());

        assertThat(plan.out() + plan.err()).doesNotContain("FM1050", "FM1051", "BLOCKER");
        assertThat(plan.exit()).as(plan.out() + plan.err()).isZero();
    }

    private void smallest(InitLab lab) throws IOException {
        CommandLineRun run = lab.init(directory, "--groups", "smallest", "--force");

        assertThat(run.err()).isEmpty();
        assertThat(groups())
                .containsExactlyInAnyOrder(
                        List.of("fk1", "fk2"),
                        List.of("vi1", "vi2"),
                        List.of("tr1", "tr2"),
                        List.of("ro1", "ro2"),
                        List.of("ev1", "ev2"),
                        List.of("app1", "app2"),
                        List.of("alone"),
                        List.of(HOSTILE));
        assertThat(run.out()).contains("--groups one");
    }

    @Test
    void refusesWhatCannotBeAPlanAndWritesNothing() throws IOException {
        try (InitLab lab = InitLab.begin(LabVersion.MYSQL_8_0)) {
            assertThat(lab.init(directory).err()).contains("no databases that could move");
            lab.source.execute("CREATE DATABASE shop", "CREATE DATABASE crm", "CREATE DATABASE `line\nbreak`");

            assertThat(lab.init(directory, "--databases", "shop,nothing"))
                    .satisfies(run -> assertThat(run.exit()).isEqualTo(ExitCode.FAILED.code()))
                    .satisfies(run -> assertThat(run.err()).contains("no database nothing", "crm"));
            assertThat(lab.init(directory, "--groups", "smallest").err()).contains("line?break", "control character");
            assertThat(lab.init(directory, "--target-tls-mode", "disabled"))
                    .satisfies(run -> assertThat(run.exit()).isEqualTo(ExitCode.FAILED.code()))
                    .satisfies(run -> assertThat(run.err()).contains("target", "No plan was written"));
            assertThat(planFile()).doesNotExist();

            CommandLineRun printed = lab.init(directory, "-o", "-");

            assertThat(printed.exit()).isZero();
            assertThat(printed.err()).contains("Next: save it as plan.yaml, then migrate plan");
            Files.writeString(planFile(), printed.out());
            assertThat(groups()).containsExactly(List.of());
            CommandLineRun part = lab.init(directory, "--force", "--databases", "shop,crm");
            assertThat(part.exit()).isZero();
            assertThat(plan().scope().databases()).containsExactly("shop", "crm");
            assertThat(part.out()).contains("Left out: line?break");
        }
    }
}
