package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.careline.settings.ClinicForms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where to go, for whoever types the bare address: the forms for all, the console for those who work here. */
@Controller
class EntranceController {

    private static final String PATH = "/";

    private final ClinicForms forms;
    private final Pages pages;

    EntranceController(ClinicForms forms, Pages pages) {
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ModelAndView entrance(HttpServletRequest request) {
        String language = PageLanguage.of(request, PageLanguage.WRITTEN);
        PageLanguage.choose(request, language);
        Map<String, String> titles = new LinkedHashMap<>();
        forms.forms()
                .forEach((id, form) -> titles.put(
                        FormPage.addressOf(id) + "?" + PageLanguage.PARAMETER + "=" + language,
                        form.title().in(language)));
        return pages.show(
                request, "entrance", HttpStatus.OK, forms.first(), Map.of("titles", titles, "tongues", tongues()));
    }

    private static Map<String, String> tongues() {
        Map<String, String> addresses = new LinkedHashMap<>();
        PageLanguage.WRITTEN.forEach(
                tongue -> addresses.put(tongue, PATH + "?" + PageLanguage.PARAMETER + "=" + tongue));
        return addresses;
    }
}
