package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.InquiryParser;
import org.careline.safety.CrisisLines;
import org.careline.settings.ClinicForms;
import org.careline.settings.ClinicForms.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes pages. Every one has its language, the crisis sentence, and the name and the look of a form. */
@Component
class Pages {

    /** The refusals that have words of their own; any other 4xx reads like 400, any other 5xx like 500. */
    private static final List<Integer> WORDED = List.of(400, 404, 405, 413, 415, 500, 503);

    private final CrisisLines crisis;
    private final ClinicForms forms;
    private final InquiryParser parser;
    private final boolean framable;

    Pages(CrisisLines crisis, ClinicForms forms, InquiryParser parser, WebformSettings settings) {
        this.crisis = crisis;
        this.forms = forms;
        this.parser = parser;
        this.framable = !settings.allowedOrigins().isEmpty();
    }

    /**
     * A page.
     *
     * @param id the form to which it belongs; the first one if there is none of this id
     */
    ModelAndView show(HttpServletRequest request, String view, HttpStatus status, String id, Map<String, ?> model) {
        String shown = forms.form(id).isPresent() ? id : forms.first();
        Form form = forms.form(shown).orElseThrow();
        String language = PageLanguage.of(request, PageLanguage.WRITTEN);
        Map<String, Object> all = new HashMap<>(model);
        all.put("language", language);
        all.put("crisis", crisis);
        all.put("form", form);
        all.put("look", FormPage.addressOf(shown) + "/look.css");
        all.put("framable", framable);
        dialled(form).ifPresent(number -> all.put("dialled", number));
        return new ModelAndView("webform/" + view, all, status);
    }

    /** The clinic's number as a telephone dials it; empty if what is shown is no plain number. */
    private Optional<String> dialled(Form form) {
        return parser.phone(form.telephone()).map(number -> "tel:" + number.e164());
    }

    /** A number as whoever typed it can check it. */
    String readBack(PhoneNumber number, String language) {
        return number.readBack(parser.region(), Locale.forLanguageTag(language));
    }

    /** A page that says what is wrong and whom to call; never what was sent. */
    ModelAndView problem(HttpServletRequest request, HttpStatus status) {
        return problem(request, status, forms.first());
    }

    ModelAndView problem(HttpServletRequest request, HttpStatus status, String id) {
        int general = status.is5xxServerError() ? 500 : 400;
        int worded = WORDED.contains(status.value()) ? status.value() : general;
        return show(request, "problem", status, id, Map.of("problem", worded));
    }
}
