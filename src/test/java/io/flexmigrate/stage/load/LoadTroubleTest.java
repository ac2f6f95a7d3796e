package io.flexmigrate.stage.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTroubleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "myloader ended with exit code 137. It said nothing.; CONNECTION_LOST; true",
                "target: counting failed: it did not answer (error 2013); CONNECTION_LOST; true",
                "Error restoring shop.orders: Lost connection to MySQL server during query; CONNECTION_LOST; true",
                "target: adding failed: Deadlock found when trying to get lock (error 1213); LOCKS; true",
                "Error restoring shop.orders: The table 'orders' is full; STORAGE_FULL; false",
                "target: building failed: Duplicate entry '2013' for key 'by_code' (error 1062); DUPLICATE; false",
                "Thread 1: Error occurs processing file - ERROR 1118: something; TOO_LARGE; false",
                "target: creating failed: The MySQL server is running with the --super-read-only option; READ_ONLY; false",
                "no words that are known of table error_1114; OTHER; false",
            })
    void tellsByWordsOrNumbersWhatStoppedALoad(String said, LoadTrouble trouble, boolean passes) {
        assertThat(LoadTrouble.of(said)).isEqualTo(trouble);
        assertThat(LoadTrouble.of(said).passes()).isEqualTo(passes);
        assertThat(trouble.remedy()).isNotBlank();
    }
}
