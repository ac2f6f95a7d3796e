package io.flexmigrate.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.model.Catalogue;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.time.ZoneId;

/**
 * A run as one HTML page that loads nothing from anywhere: as a file, or as a page that follows the run.
 *
 * <p>Both are made of the same parts. The page that follows gets them anew from its server whenever something changed, and its
 * script does nothing but to put each in the place of the old one.
 */
public final class RunHtml {

    private final RunClock clock;
    private final Catalogue catalogue;
    private final String style = Resource.text("plan-report.css") + Resource.text("run.css");
    private final String script = Resource.text("run.js");
    private final Template page = template("run.html");
    private final Template parts = template("run.parts.html");

    /**
     * @param zone whose clock the page shows
     * @param catalogue the rules its findings are about
     */
    public RunHtml(ZoneId zone, Catalogue catalogue) {
        this.clock = new RunClock(zone);
        this.catalogue = catalogue;
    }

    /** The whole page as a file. */
    public void write(Chronicle chronicle, Writer writer) throws IOException {
        page.execute(new Page(read(chronicle), style, script, false), writer);
        writer.flush();
    }

    /** The whole page, which follows the run. */
    public String live(Chronicle chronicle) {
        return page.execute(new Page(read(chronicle), style, script, true));
    }

    /** Its parts alone. */
    public String parts(Chronicle chronicle) {
        return parts.execute(new Page(read(chronicle), style, script, true));
    }

    private RunPage read(Chronicle chronicle) {
        return RunPage.of(chronicle, catalogue, clock);
    }

    private static Template template(String name) {
        return Mustache.compiler()
                .withEscaper(raw -> Escapers.HTML.escape(Visible.lines(raw)))
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(
                        Resource.text(part.equals("parts") ? "run.parts.html" : "plan-report." + part + ".html")))
                .compile(Resource.text(name));
    }

    /**
     * The page.
     *
     * @param style goes into the page as it is
     * @param script goes into the page as it is
     * @param live whether it follows the run
     */
    record Page(RunPage story, String style, String script, boolean live) {

        String styleHash() {
            return Resource.hash(style);
        }

        String scriptHash() {
            return Resource.hash(script);
        }
    }
}
