package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import io.flexmigrate.planning.AssessmentResult.ParameterAdvice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Parameters of the target that make the load faster or possible, where they stand otherwise now: azure
 * concepts-migrate-mydumper-myloader and how-to-migrate-rds-mysql-data-in-replication, "server parameters".
 */
record LoadParameters(Plan plan, Assessment seen) {

    private record Wish(String name, String value, String why) {}

    private static final List<Wish> ALWAYS = List.of(
            new Wish("max_allowed_packet", "1073741824", "a row of any size can be loaded"),
            new Wish("slow_query_log", "OFF", "the load is not written down as slow"),
            new Wish("query_store_capture_mode", "NONE", "the statements of the load are not recorded"),
            new Wish("audit_log_enabled", "OFF", "the statements of the load are not recorded"),
            new Wish("innodb_io_capacity_max", "9000", "pages are written as fast as the disk takes them"),
            new Wish("innodb_io_capacity", "9000", "pages are written as fast as the disk takes them"));
    private static final Wish KEYS = new Wish(
            GeneratedKeysCheck.PARAMETER, "OFF", "tables without a primary key stay as they are on the source");

    List<ParameterAdvice> all() {
        if (plan.target().kind() != TargetKind.FLEXIBLE_SERVER || seen.target().isEmpty()) {
            return List.of();
        }
        Variables variables = seen.target().get().server().variables();
        return Stream.concat(ALWAYS.stream(), addsKeys() ? Stream.of(KEYS) : Stream.empty())
                .filter(wish -> variables.has(wish.name()))
                .filter(wish -> !isThere(variables, wish))
                .map(wish -> advice(wish, variables.text(wish.name())))
                .toList();
    }

    /** A number that is larger than the wish is as good. */
    private static boolean isThere(Variables variables, Wish wish) {
        return Character.isDigit(wish.value().charAt(0))
                ? variables.number(wish.name()) >= Long.parseLong(wish.value())
                : variables.text(wish.name()).toUpperCase(Locale.ROOT).equals(wish.value());
    }

    private ParameterAdvice advice(Wish wish, String now) {
        AzureCommand azure = new AzureCommand(plan);
        return new ParameterAdvice(
                wish.name(),
                now,
                wish.value(),
                wish.why(),
                azure.set(wish.name(), wish.value()),
                azure.set(wish.name(), now));
    }

    private boolean addsKeys() {
        try {
            return seen.source()
                    .map(source -> new BothServers(source, seen.target().orElseThrow()))
                    .filter(GeneratedKeysCheck::isNeeded)
                    .isPresent();
        } catch (UnreadException unread) {
            return false;
        }
    }
}
