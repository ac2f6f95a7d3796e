package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.Forecast.Retention;
import io.flexmigrate.model.Forecast.StageTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;

/** The forecast within a planning report; durations are seconds. */
final class ForecastJson {

    private ForecastJson() {}

    static void write(JsonGenerator json, Forecast forecast) throws IOException {
        json.writeObjectFieldStart("forecast");
        seconds(json, "shortestSeconds", forecast.shortest());
        seconds(json, "longestSeconds", forecast.longest());
        JsonFields.array(json, "stages", forecast.stages(), ForecastJson::stage);
        json.writeFieldName("retention");
        if (forecast.retention().isPresent()) {
            retention(json, forecast.retention().get());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private static void stage(JsonGenerator json, StageTime time) throws IOException {
        json.writeStringField("stage", time.stage());
        JsonFields.textOrNull(json, "part", time.part());
        seconds(json, "shortestSeconds", time.shortest());
        seconds(json, "longestSeconds", time.longest());
        json.writeStringField("basis", time.basis());
    }

    private static void retention(JsonGenerator json, Retention retention) throws IOException {
        json.writeStartObject();
        seconds(json, "keptSeconds", retention.kept());
        seconds(json, "neededSeconds", retention.needed());
        json.writeBooleanField("enough", retention.isEnough());
        json.writeStringField("basis", retention.basis());
        json.writeEndObject();
    }

    /** A number with as many decimals as it needs, never with an exponent. */
    private static void seconds(JsonGenerator json, String field, Duration duration) throws IOException {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        BigDecimal plain = seconds.stripTrailingZeros();
        json.writeFieldName(field);
        json.writeNumber(new BigDecimal(plain.toPlainString()));
    }
}
