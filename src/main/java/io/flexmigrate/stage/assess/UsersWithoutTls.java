package io.flexmigrate.stage.assess;

import java.util.List;

/** Users who are connected to the source without TLS now. */
record UsersWithoutTls(List<String> names) implements Part {
    UsersWithoutTls {
        names = List.copyOf(names);
    }
}
