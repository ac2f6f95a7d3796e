package io.flexmigrate.stage.fence;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.mysql.Events;
import io.flexmigrate.mysql.WriteProtection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What stood on the source before it was closed, as the journal keeps it: what is closed, and no more, is opened again.
 *
 * @param protection of the whole server
 * @param accounts those that could log in
 * @param databases those that took writes
 * @param events those that were enabled
 */
record Standing(
        FenceKind kind,
        WriteProtection.State protection,
        List<AccountName> accounts,
        List<String> databases,
        List<Events.Name> events) {

    private static final WriteProtection.State OPEN = new WriteProtection.State(false, false);
    private static final String KIND = "fence";

    Standing {
        accounts = List.copyOf(accounts);
        databases = List.copyOf(databases);
        events = List.copyOf(events);
    }

    /** Of a whole server. */
    static Standing server(WriteProtection.State protection) {
        return new Standing(FenceKind.SERVER, protection, List.of(), List.of(), List.of());
    }

    /** Of one group. */
    static Standing group(
            FenceKind kind, List<AccountName> accounts, List<String> databases, List<Events.Name> events) {
        return new Standing(kind, OPEN, accounts, databases, events);
    }

    /** For the intent in the journal: names may hold any character, so each has an entry of its own. */
    Map<String, String> details() {
        Map<String, String> details = new TreeMap<>();
        details.put(KIND, kind.name());
        if (kind == FenceKind.SERVER) {
            details.put("read_only", Boolean.toString(protection.readOnly()));
            details.put("super_read_only", Boolean.toString(protection.superReadOnly()));
        }
        put(details, "account", accounts.stream().map(AccountName::toString).toList());
        put(details, "database", databases);
        put(details, "event_of", events.stream().map(Events.Name::database).toList());
        put(details, "event", events.stream().map(Events.Name::event).toList());
        return details;
    }

    /** The kind that an intent in the journal is about; journals that do not say it know one kind only. */
    static FenceKind kind(Map<String, String> details) {
        return FenceKind.valueOf(details.getOrDefault(KIND, FenceKind.SERVER.name()));
    }

    /** Reads what {@link #details} wrote. */
    static Standing of(Map<String, String> details) {
        List<String> owners = list(details, "event_of", Function.identity());
        List<String> names = list(details, "event", Function.identity());
        List<Events.Name> events = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            events.add(new Events.Name(owners.get(i), names.get(i)));
        }
        return new Standing(
                kind(details),
                new WriteProtection.State(
                        Boolean.parseBoolean(details.get("read_only")),
                        Boolean.parseBoolean(details.get("super_read_only"))),
                list(details, "account", AccountName::parse),
                list(details, "database", Function.identity()),
                events);
    }

    /** The statements that open again what was open. */
    String byHand() {
        if (kind == FenceKind.SERVER) {
            return "SET GLOBAL super_read_only = OFF; SET GLOBAL read_only = OFF; and from 8.0 on"
                    + " RESET PERSIST IF EXISTS super_read_only;";
        }
        List<String> statements = new ArrayList<>(List.of("SET SESSION sql_log_bin = 0;"));
        databases.forEach(name -> statements.add("ALTER SCHEMA " + Identifier.quoted(name) + " READ ONLY = 0;"));
        accounts.forEach(account -> statements.add("ALTER USER " + account.quoted() + " ACCOUNT UNLOCK;"));
        events.forEach(event -> statements.add("ALTER EVENT " + event.quoted() + " ENABLE;"));
        return String.join(" ", statements);
    }

    private static void put(Map<String, String> details, String key, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            details.put(key + "." + (i + 1), values.get(i));
        }
    }

    private static <T> List<T> list(Map<String, String> details, String key, Function<String, T> reading) {
        List<T> values = new ArrayList<>();
        Optional<String> next = Optional.ofNullable(details.get(key + ".1"));
        while (next.isPresent()) {
            values.add(reading.apply(next.get()));
            next = Optional.ofNullable(details.get(key + "." + (values.size() + 1)));
        }
        return values;
    }
}
