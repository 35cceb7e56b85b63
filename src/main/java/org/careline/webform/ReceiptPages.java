package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.careline.settings.ClinicForms;
import org.careline.settings.ClinicForms.Form;
import org.careline.staff.OpeningHours;
import org.careline.web.UrlEncoded;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page after an inquiry was accepted, the same for everyone: what happens next, and when; for somebody who may be in
 * danger first where help is. What this node was sent lately
 * it tells with the time that was planned for it; of any other it knows nothing but that the receipt is ours. Its address
 * names the form only where the clinic has several.
 */
@Component
class ReceiptPages {

    private static final String FORM = "form";
    private static final int GROUP = 4;

    private final ClinicForms forms;
    private final OpeningHours hours;
    private final JustSent sent;
    private final Pages pages;
    private final Clock clock;

    ReceiptPages(ClinicForms forms, OpeningHours hours, JustSent sent, Pages pages, Clock clock) {
        this.forms = forms;
        this.hours = hours;
        this.sent = sent;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param danger whether it begins with where help is, and promises no time */
    ModelAndView show(HttpServletRequest request, String receipt, boolean danger) {
        String id = form(request);
        Form form = forms.form(id).orElseThrow();
        String language = PageLanguage.of(request, form.languages());
        PageLanguage.choose(request, language);
        Instant now = clock.instant();
        NextContact next = sent.told(receipt)
                .map(told -> NextContact.of(told, now, language))
                .orElseGet(() -> NextContact.of(hours, now, language));
        Map<String, Object> model = new HashMap<>();
        model.put("groups", groups(receipt));
        model.put("danger", danger);
        model.put("next", next);
        model.put("open", hours.openAt(now));
        model.put("tongues", tongues(receipt, id, form));
        model.put("notCallable", sent.notCallable(receipt));
        model.put("again", FormPage.addressOf(id));
        sent.phone(receipt).ifPresent(phone -> model.put("number", pages.readBack(phone, language)));
        return pages.show(request, "receipt", HttpStatus.OK, id, model);
    }

    /** As it can be read out on the phone; copied, it is the receipt itself. */
    private static List<String> groups(String receipt) {
        return IntStream.iterate(0, from -> from < receipt.length(), from -> from + GROUP)
                .mapToObj(from -> receipt.substring(from, Math.min(receipt.length(), from + GROUP)))
                .toList();
    }

    /** Where the page is for whoever sent this request; the language is named only where it would not be shown unasked. */
    String address(HttpServletRequest request, String id, String receipt) {
        List<String> offered = forms.form(id).orElseThrow().languages();
        String shown = PageLanguage.of(request, offered);
        boolean unasked = shown.equals(PageLanguage.unasked(request, offered));
        return address(receipt, id, unasked ? Optional.empty() : Optional.of(shown));
    }

    private String address(String receipt, String id, Optional<String> language) {
        return UriComponentsBuilder.fromPath("/receipts/{receipt}")
                .queryParamIfPresent(PageLanguage.PARAMETER, language)
                .queryParamIfPresent(FORM, Optional.of(id).filter(form -> !form.equals(forms.first())))
                .encode()
                .buildAndExpand(receipt)
                .toUriString();
    }

    private Map<String, String> tongues(String receipt, String id, Form form) {
        Map<String, String> addresses = new LinkedHashMap<>();
        form.languages().forEach(tongue -> addresses.put(tongue, address(receipt, id, Optional.of(tongue))));
        return addresses;
    }

    private String form(HttpServletRequest request) {
        return UrlEncoded.parse(request.getQueryString())
                .map(query -> query.first(FORM))
                .filter(id -> forms.form(id).isPresent())
                .orElseGet(forms::first);
    }
}
