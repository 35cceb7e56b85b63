package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.web.header.HeaderWriter;

/** What a browser may do with our pages: nothing from another host, and frames only on the sites that the settings name. */
final class PageHeaders implements HeaderWriter {

    static final String POLICY = "Content-Security-Policy";

    private static final String EVERYWHERE =
            "default-src 'self'; img-src 'self' data:; base-uri 'none';" + " form-action 'self'; object-src 'none'; ";
    private static final String UNFRAMED = EVERYWHERE + "script-src 'none'; frame-ancestors 'none'";
    private static final Pattern FRAMABLE = Pattern.compile("/(forms|receipts|quiz)/.*");

    private final List<Origin> origins;
    private final String framed;

    PageHeaders(List<Origin> origins) {
        this.origins = List.copyOf(origins);
        this.framed = EVERYWHERE + "script-src 'self'; frame-ancestors 'self'"
                + origins.stream().map(origin -> " " + origin.text()).collect(Collectors.joining());
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (framable(request)) {
            response.setHeader(POLICY, framed);
        } else {
            refuseFrames(response);
        }
    }

    /** Whether some site may show this page in a frame. The older header for that knows no list of sites. */
    private boolean framable(HttpServletRequest request) {
        return !origins.isEmpty() && FRAMABLE.matcher(request.getRequestURI()).matches();
    }

    static void refuseFrames(HttpServletResponse response) {
        response.setHeader(POLICY, UNFRAMED);
        response.setHeader("X-Frame-Options", "DENY");
    }
}
