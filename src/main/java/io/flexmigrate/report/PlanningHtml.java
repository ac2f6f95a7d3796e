package io.flexmigrate.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.flexmigrate.planning.PlanningReport;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.time.ZoneId;

/**
 * A planning report as one HTML file that loads nothing from anywhere.
 *
 * <p>Every text is inserted by one escaper, which makes control characters visible too. Style sheet and script are allowed by
 * their hashes alone, so that nothing else that got into the page would run; no value is ever put into either.
 */
public final class PlanningHtml {

    private final ZoneId zone;
    private final String style = Resource.text("plan-report.css");
    private final String script = Resource.text("plan-report.js");

    /** @param zone whose clock the page shows */
    public PlanningHtml(ZoneId zone) {
        this.zone = zone;
    }

    /** The whole file; long lists are cut, and the page says so. */
    public void write(PlanningReport report, Writer writer) throws IOException {
        Template template = Mustache.compiler()
                .withEscaper(raw -> Escapers.HTML.escape(Visible.lines(raw)))
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(Resource.text("plan-report." + part + ".html")))
                .compile(Resource.text("plan-report.html"));
        template.execute(new Page(HtmlReport.of(report, zone), style, script), writer);
        writer.flush();
    }

    /**
     * The page.
     *
     * @param style goes into the page as it is
     * @param script goes into the page as it is
     */
    record Page(HtmlReport report, String style, String script) {

        String styleHash() {
            return Resource.hash(style);
        }

        String scriptHash() {
            return Resource.hash(script);
        }
    }
}
