package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1104: our account may take the backup lock when this mydumper takes it. */
final class BackupLockCheck implements Check<SourceAndTools> {

    private static final Rule RULE = Rule.absolute(
            "FM1104",
            "Our account may take the backup lock that this mydumper takes",
            "mydumper from 0.12.3 on says LOCK INSTANCE FOR BACKUP on MySQL 8.0 and newer, and ends where that is refused.",
            "https://dev.mysql.com/doc/refman/8.0/en/lock-instance-for-backup.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        boolean taken = seen.tools()
                .mydumper()
                .map(tool -> KnownDefects.takesBackupLock(
                        tool, seen.source().server().version()))
                .orElse(false);
        boolean allowed = seen.source().server().privileges().has("BACKUP_ADMIN");
        if (!taken || allowed) {
            return List.of();
        }
        String user = plan.source().endpoint().user();
        return List.of(RULE.blocker(
                "source account " + user,
                "It lacks BACKUP_ADMIN, and this is " + seen.tools().mydumper().orElseThrow() + ".",
                "GRANT BACKUP_ADMIN ON *.* TO " + new AccountName(user, "<host>").quoted() + ";"));
    }
}
