package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.SchemaObject.Context;
import io.flexmigrate.model.SchemaObject.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaWriterTest {

    private static final String BODY = "SELECT 'CREATE DEFINER=`a`@`b` VIEW ON COMPLETION PRESERVE ENABLE'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`root`@`localhost`",
                "`ghost`@`%`",
                "`two words`@`127.0.0.1`",
                "`back``tick`@`%`",
                "`at@sign`@`host@home`",
                "`DEFINER=``x`` `@`%`",
                "``@``",
                "`größe`@`%`"
            })
    void leavesOutADefinerWhateverItsName(String definer) {
        SchemaObject procedure = object(Kind.PROCEDURE, "CREATE DEFINER=" + definer + " PROCEDURE `p`()\n" + BODY);

        assertThat(SchemaWriter.statement(procedure)).isEqualTo("CREATE PROCEDURE `p`()\n" + BODY);
        assertThat(SchemaWriter.definer(procedure)).isPresent();
    }

    @Test
    void givesAnObjectToWhomItsDefinerIsMappedTo() {
        SchemaObject view = object(
                Kind.VIEW, "CREATE ALGORITHM=MERGE DEFINER=`it's`@`%` SQL SECURITY INVOKER VIEW `v` AS select 1");
        Map<AccountName, AccountName> definers =
                Map.of(new AccountName("it's", "%"), new AccountName("new`one", "10.%"));

        assertThat(SchemaWriter.definer(view)).contains(new AccountName("it's", "%"));
        assertThat(SchemaWriter.statement(view, definers))
                .isEqualTo("CREATE ALGORITHM=MERGE DEFINER='new`one'@'10.%' SQL SECURITY INVOKER VIEW `v` AS select 1");
        assertThat(SchemaWriter.statement(view, Map.of(new AccountName("other", "%"), new AccountName("new", "%"))))
                .isEqualTo("CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW `v` AS select 1");
    }

    @Test
    void keepsTheAlgorithmAndTheSecurityOfAView() {
        SchemaObject view = object(
                Kind.VIEW, "CREATE ALGORITHM=MERGE DEFINER=`ghost`@`nowhere` SQL SECURITY INVOKER VIEW `v` AS " + BODY);

        assertThat(SchemaWriter.statement(view))
                .isEqualTo("CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW `v` AS " + BODY);
    }

    @Test
    void keepsTheWholeBodyOfATrigger() {
        SchemaObject trigger = object(
                Kind.TRIGGER, "CREATE DEFINER=`root`@`%` TRIGGER `t` BEFORE INSERT ON `o` FOR EACH ROW SET @a = 1");

        assertThat(SchemaWriter.statement(trigger))
                .isEqualTo("CREATE TRIGGER `t` BEFORE INSERT ON `o` FOR EACH ROW SET @a = 1");
    }

    @Test
    void keepsAStatementWithoutDefiner() {
        SchemaObject function = object(Kind.FUNCTION, "CREATE FUNCTION `f`() RETURNS int RETURN 1");

        assertThat(SchemaWriter.statement(function)).isEqualTo(function.definition());
        assertThat(SchemaWriter.definer(function)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ON COMPLETION PRESERVE", " ON COMPLETION NOT PRESERVE"})
    void makesAnEnabledEventDisabledInItsHeadAlone(String completion) {
        SchemaObject event = event(completion + " ENABLE");

        assertThat(SchemaWriter.statement(event))
                .isEqualTo("CREATE EVENT `e` ON SCHEDULE EVERY 1 YEAR" + completion + " DISABLE DO " + BODY);
        assertThat(SchemaWriter.isEnabledEvent(event)).isTrue();
    }

    @Test
    void keepsADisabledEventAndTheTextInItsBody() {
        SchemaObject event = event(" ON COMPLETION NOT PRESERVE DISABLE");

        assertThat(SchemaWriter.statement(event)).endsWith(" ON COMPLETION NOT PRESERVE DISABLE DO " + BODY);
        assertThat(SchemaWriter.isEnabledEvent(event)).isFalse();
    }

    @Test
    void keepsAnEventThatIsDisabledOnReplicas() {
        SchemaObject event = event(" ON COMPLETION PRESERVE DISABLE ON SLAVE");

        assertThat(SchemaWriter.statement(event)).contains(" DISABLE ON SLAVE DO ");
        assertThat(SchemaWriter.isEnabledEvent(event)).isFalse();
    }

    @Test
    void keepsTheCommentOfAnEvent() {
        SchemaObject event = event(" ON COMPLETION PRESERVE ENABLE COMMENT 'ON COMPLETION PRESERVE ENABLE'");

        assertThat(SchemaWriter.statement(event))
                .contains(" ON COMPLETION PRESERVE DISABLE COMMENT 'ON COMPLETION PRESERVE ENABLE' DO ");
    }

    @Test
    void takesNoProcedureForAnEvent() {
        SchemaObject procedure =
                object(Kind.PROCEDURE, "CREATE PROCEDURE `p`() SELECT ' ON COMPLETION PRESERVE ENABLE '");

        assertThat(SchemaWriter.statement(procedure)).isEqualTo(procedure.definition());
        assertThat(SchemaWriter.isEnabledEvent(procedure)).isFalse();
    }

    private static SchemaObject event(String state) {
        return object(
                Kind.EVENT, "CREATE DEFINER=`root`@`%` EVENT `e` ON SCHEDULE EVERY 1 YEAR" + state + " DO " + BODY);
    }

    private static SchemaObject object(Kind kind, String definition) {
        return new SchemaObject(kind, "shop", "thing", definition, new Context("", "", "", ""));
    }
}
