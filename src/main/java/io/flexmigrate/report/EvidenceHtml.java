package io.flexmigrate.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import io.flexmigrate.engine.Testimony;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;

/** A testimony as one HTML file that loads nothing from anywhere and runs nothing. */
public final class EvidenceHtml {

    private final ZoneId zone;
    private final String style = Resource.text("plan-report.css");

    /** @param zone whose clock the page shows */
    public EvidenceHtml(ZoneId zone) {
        this.zone = zone;
    }

    /** The whole file. */
    public void write(Testimony testimony, Writer writer) throws IOException {
        Mustache.compiler()
                .withEscaper(raw -> Escapers.HTML.escape(Visible.lines(raw)))
                .strictSections(true)
                .emptyStringIsFalse(true)
                .compile(Resource.text("evidence.html"))
                .execute(new Page(EvidencePage.of(testimony, zone), style), writer);
        writer.flush();
    }

    /**
     * The page.
     *
     * @param style goes into the page as it is
     */
    record Page(EvidencePage evidence, String style) {

        String styleHash() {
            return Resource.hash(style);
        }
    }
}
