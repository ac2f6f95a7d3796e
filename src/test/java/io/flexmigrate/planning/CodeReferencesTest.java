package io.flexmigrate.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.model.StoredObject.TextSettings;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class CodeReferencesTest {

    private static final List<String> DATABASES = List.of("shop", "crm", "we`ird.db", "new");

    @Test
    void findsTheTablesOfAView() {
        assertThat(of(Kind.VIEW, "select `crm`.`people`.`id` AS `id` from (`crm`.`people` join `shop`.`orders`)"))
                .containsExactly(new Reference("view", "shop", "v", "crm", "people"));
    }

    @Test
    void findsNamesWithoutQuotesInRoutines() {
        assertReferences(Kind.PROCEDURE, "BEGIN INSERT INTO crm.log VALUES (1); CALL crm . tidy(); END")
                .containsExactly("log", "tidy");
    }

    @Test
    void findsFunctionsAndHostileNames() {
        assertReferences(Kind.TRIGGER, "SET NEW.a = `we``ird.db`.`f``n`(OLD.b)").containsExactly("f`n");
    }

    @Test
    void skipsTextsCommentsAndVariables() {
        assertReferences(Kind.FUNCTION, "RETURN 'crm.log' /* crm.log */ + @crm.log -- crm.log")
                .isEmpty();
    }

    @Test
    void takesAnAliasForAnAlias() {
        assertReferences(Kind.VIEW, "select `crm`.`id` AS `id` from `shop`.`orders` `crm`")
                .isEmpty();
        assertReferences(Kind.EVENT, "DELETE crm FROM orders AS crm JOIN crm.people p WHERE crm.id = p.id")
                .containsExactly("people");
    }

    @Test
    void takesTheRowsOfATriggerForRows() {
        assertReferences(Kind.TRIGGER, "SET NEW.a = 1").isEmpty();
        assertReferences(Kind.EVENT, "DELETE FROM new.a").containsExactly("a");
    }

    @Test
    void doesNotTakeATableForADatabase() {
        assertReferences(Kind.VIEW, "select `shop`.`crm`.`id` AS `id` from `shop`.`crm`")
                .isEmpty();
    }

    @Test
    void mindsCaseAsTheServerDoes() {
        assertReferences(Kind.EVENT, "DELETE FROM CRM.log").isEmpty();
        assertThat(CodeReferences.to(DATABASES, false).of(object(Kind.EVENT, "DELETE FROM CRM.log")))
                .extracting(Reference::toDatabase)
                .containsExactly("crm");
    }

    @Test
    void findsNothingInWhatIsHidden() {
        StoredObject seen = object(Kind.VIEW, "");
        assertThat(CodeReferences.to(DATABASES, true).of(seen)).isEmpty();
    }

    private static ListAssert<String> assertReferences(Kind kind, String body) {
        return assertThat(of(kind, body).stream().map(Reference::to).toList());
    }

    private static List<Reference> of(Kind kind, String body) {
        return CodeReferences.to(DATABASES, true).of(object(kind, body));
    }

    private static StoredObject object(Kind kind, String body) {
        return new StoredObject(
                kind,
                "shop",
                "v",
                "",
                "a@%",
                true,
                "",
                Optional.of(body).filter(code -> !code.isEmpty()),
                new TextSettings("", "", ""),
                true);
    }
}
