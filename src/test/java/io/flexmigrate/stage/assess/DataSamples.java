package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.model.StoredObject.TextSettings;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.TableColumns.Column;
import java.util.List;
import java.util.Optional;

/** Columns and code of a source, and what a check says of them beside an ordinary target. */
final class DataSamples {

    private DataSamples() {}

    /** A column of {@code shop.orders}. */
    static Column column(String name, String dataType, String columnType) {
        return column(name, dataType, columnType, "", Optional.empty(), "", "");
    }

    static Column column(
            String name,
            String dataType,
            String columnType,
            String collation,
            Optional<String> fallback,
            String extra,
            String generation) {
        return new Column(
                SourceSample.ORDERS, name, dataType, columnType, collation, fallback, extra, generation, false, true);
    }

    static ColumnTraits columns(Column... columns) {
        return new ColumnTraits(List.of(columns), List.of());
    }

    /** An object of {@code shop} that root made. */
    static StoredObject stored(Kind kind, String name, String sqlMode, String body) {
        return stored(kind, name, sqlMode, body, "");
    }

    static StoredObject stored(Kind kind, String name, String sqlMode, String body, String timeZone) {
        return stored(kind, name, sqlMode, Optional.of(body), timeZone);
    }

    /** A view whose query the server does not tell. */
    static StoredObject hiddenView(String name) {
        return stored(Kind.VIEW, name, "", Optional.empty(), "");
    }

    private static StoredObject stored(Kind kind, String name, String sqlMode, Optional<String> body, String timeZone) {
        return new StoredObject(
                kind,
                "shop",
                name,
                "",
                "root@%",
                true,
                sqlMode,
                body,
                new TextSettings("utf8", "utf8_general_ci", "utf8mb4_general_ci"),
                true,
                timeZone);
    }

    static TableName table(String name) {
        return new TableName("shop", name);
    }

    static Said said(Check<BothServers> check, SourceSample source, TargetSample target) {
        return said(check.findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }

    static Said said(Check<SourceInventory> check, SourceSample source) {
        return said(check.findings(Inventories.plan(), source.seen()));
    }

    private static Said said(List<Finding> findings) {
        return new Said(findings);
    }
}
