package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.TableFiles.Placement;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/** FM1225, FM1226: tables and partitions lie in files of their own, where the target can make them. */
final class TableStorageCheck implements Check<SourceInventory> {

    static final Rule PLACES = Rule.absolute(
            "FM1225",
            "Tables lie in files of their own in the data directory",
            "Their definitions name a tablespace or a directory. The target has no such tablespace (error 3510), takes no"
                    + " partitions in one (1478), and lets nobody name directories (1045): LOAD would fail.",
            "https://dev.mysql.com/doc/refman/8.0/en/general-tablespaces.html");
    static final Rule OPTIONS = Rule.of(
            "FM1226",
            "Tables have options that the target takes",
            "The target refuses a table that is to be encrypted when it has no keyring (error 3185), and one of a fixed row"
                    + " format (error 1031): LOAD would fail.",
            "https://dev.mysql.com/doc/refman/8.0/en/create-table.html");

    @Override
    public List<Rule> rules() {
        return List.of(PLACES, OPTIONS);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        TableTraits traits = seen.part(TableTraits.class);
        Stream<Finding> places = traits.elsewhere().stream().map(TableStorageCheck::elsewhere);
        Stream<Finding> encrypted = traits.with("encryption").stream()
                .map(table -> OPTIONS.blocker(
                        table.toString(),
                        "It is encrypted by the server.",
                        "Let the source keep it in the clear; a flexible server encrypts all its files anyway:\nALTER TABLE "
                                + table.quoted() + " ENCRYPTION='N';"));
        Stream<Finding> fixed = traits.with("row_format=fixed").stream()
                .map(table -> OPTIONS.blocker(
                        table.toString(),
                        "Its row format is FIXED, which InnoDB has not.",
                        "Change it on the source:\nALTER TABLE " + table.quoted() + " ROW_FORMAT=DYNAMIC;"));
        return Stream.of(places, encrypted, fixed).flatMap(findings -> findings).toList();
    }

    private static Finding elsewhere(Placement placement) {
        return PLACES.blocker(
                placement.table().toString(),
                "It, or a partition of it, lies in " + placement.place() + ".",
                "Bring it home on the source; for a partition use REORGANIZE PARTITION:\nALTER TABLE "
                        + placement.table().quoted() + " TABLESPACE=innodb_file_per_table;\n"
                        + "For a table with DATA DIRECTORY make a copy without it and exchange the two with RENAME TABLE.");
    }
}
