package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Account;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which global privileges an account can have on a flexible server: nobody can grant there what the administrator does not
 * have: azure security-how-to-create-users (the administrator's list) and concepts-limitations (dynamic privileges).
 */
final class FlexiblePrivileges {

    private static final Set<String> REFUSED =
            Set.of("SUPER", "FILE", "SHUTDOWN", "CREATE TABLESPACE", "CREATE ROLE", "DROP ROLE");
    private static final Set<String> DYNAMIC =
            Set.of("REPLICATION_APPLIER", "ROLE_ADMIN", "SESSION_VARIABLES_ADMIN", "SHOW_ROUTINE", "XA_RECOVER_ADMIN");

    private FlexiblePrivileges() {}

    /** What an account loses there, in alphabetical order. */
    static List<String> lost(Account account) {
        Set<String> lost = new TreeSet<>(account.grants().global());
        lost.retainAll(REFUSED);
        account.grants().dynamic().stream()
                .filter(name -> !DYNAMIC.contains(name))
                .forEach(lost::add);
        return List.copyOf(lost);
    }

    /** What it keeps there, in alphabetical order. */
    static List<String> kept(Account account) {
        Set<String> kept = new TreeSet<>(account.grants().global());
        kept.addAll(account.grants().dynamic());
        lost(account).forEach(kept::remove);
        return List.copyOf(kept);
    }
}
