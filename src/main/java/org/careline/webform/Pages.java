package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careline.settings.ClinicForms;
import org.careline.settings.CrisisLines;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes pages. Every one has its language and the crisis sentence. */
@Component
class Pages {

    /** The refusals that have words of their own; any other 4xx reads like 400, any other 5xx like 500. */
    private static final List<Integer> WORDED = List.of(400, 404, 405, 413, 415, 500, 503);

    private final CrisisLines crisis;
    private final ClinicForms forms;

    Pages(CrisisLines crisis, ClinicForms forms) {
        this.crisis = crisis;
        this.forms = forms;
    }

    ModelAndView show(HttpServletRequest request, String view, HttpStatus status, Map<String, ?> model) {
        String language = PageLanguage.of(request, PageLanguage.WRITTEN);
        Map<String, Object> all = new HashMap<>(model);
        all.put("language", language);
        all.put("crisis", crisis.page().in(language));
        return new ModelAndView("webform/" + view, all, status);
    }

    /** A page that says what is wrong and whom to call; never what was sent. */
    ModelAndView problem(HttpServletRequest request, HttpStatus status) {
        return problem(request, status, forms.forms().values().iterator().next());
    }

    ModelAndView problem(HttpServletRequest request, HttpStatus status, ClinicForms.Form form) {
        int general = status.is5xxServerError() ? 500 : 400;
        int worded = WORDED.contains(status.value()) ? status.value() : general;
        return show(request, "problem", status, Map.of("problem", worded, "form", form));
    }

    /** The page after an inquiry was accepted; the same for everyone. */
    ModelAndView receipt(HttpServletRequest request, String receipt) {
        ClinicForms.Form form = forms.forms().values().iterator().next();
        return show(request, "receipt", HttpStatus.OK, Map.of("receipt", receipt, "form", form));
    }
}
