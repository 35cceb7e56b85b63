package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.inbox.FieldFault;
import org.careline.inbox.InquiryFields;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicForms;
import org.careline.settings.ClinicForms.Form;
import org.careline.web.BoundedBody;
import org.careline.web.UrlEncoded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the hosted forms and takes what is sent with them. */
@Controller
class FormController {

    private static final String PATH = "/forms/{id}";

    private final ClinicForms forms;
    private final FormDesk desk;
    private final ReceiptPages receipts;
    private final Pages pages;
    private final PhraseScan phrases;

    FormController(ClinicForms forms, FormDesk desk, ReceiptPages receipts, Pages pages, PhraseScan phrases) {
        this.forms = forms;
        this.desk = desk;
        this.receipts = receipts;
        this.pages = pages;
        this.phrases = phrases;
    }

    @GetMapping(PATH)
    ModelAndView form(@PathVariable String id, HttpServletRequest request) {
        Optional<Form> form = forms.form(id);
        if (form.isEmpty()) {
            return pages.problem(request, HttpStatus.NOT_FOUND);
        }
        // A query that cannot be read is somebody else's tracking; the form is shown all the same.
        UrlEncoded query = UrlEncoded.parse(request.getQueryString()).orElse(new UrlEncoded(Map.of()));
        PageLanguage.choose(request, PageLanguage.of(request, form.get().languages()));
        InquiryFields empty = new InquiryFields(Map.of(), List.of(), Set.of(), Attribution.of(query));
        return show(
                request,
                HttpStatus.OK,
                id,
                form.get(),
                desk.fetch(id, request.getRemoteAddr()),
                empty,
                List.of(),
                false);
    }

    @PostMapping(PATH)
    @Nullable ModelAndView send(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Optional<Form> form = forms.form(id);
        if (form.isEmpty()) {
            return pages.problem(request, HttpStatus.NOT_FOUND);
        }
        PageLanguage.choose(request, PageLanguage.of(request, form.get().languages()));
        if (!UrlEncoded.isNamedBy(request.getContentType())) {
            return pages.problem(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, id);
        }
        try {
            Optional<byte[]> body = BoundedBody.of(request);
            if (body.isEmpty()) {
                return pages.problem(request, HttpStatus.CONTENT_TOO_LARGE, id);
            }
            Optional<UrlEncoded> sent = UrlEncoded.text(body.get()).flatMap(UrlEncoded::parse);
            return sent.isEmpty()
                    ? pages.problem(request, HttpStatus.BAD_REQUEST, id)
                    : answer(id, form.get(), sent.get(), request, response);
        } catch (UncheckedIOException brokenOff) {
            return pages.problem(request, HttpStatus.BAD_REQUEST, id);
        }
    }

    private @Nullable ModelAndView answer(
            String id, Form form, UrlEncoded sent, HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(sent.first(PageLanguage.PARAMETER))
                .filter(form.languages()::contains)
                .ifPresent(language -> PageLanguage.choose(request, language));
        FormPost post = FormPost.of(id, sent);
        Optional<String> other =
                Optional.ofNullable(sent.first(FormPost.OTHER_LANGUAGE)).filter(form.languages()::contains);
        if (other.isPresent()) {
            return translate(id, form, other.get(), post, request);
        }
        FormOutcome outcome = desk.take(id, post, request.getRemoteAddr());
        if (outcome instanceof FormOutcome.Taken taken) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, receipts.address(request, id, taken.receipt()));
            return null;
        }
        if (outcome instanceof FormOutcome.Again again) {
            boolean pressAgain = again.faults().isEmpty();
            HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
            return show(request, status, id, form, again.token(), post.fields(), again.faults(), pressAgain);
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        return pages.problem(request, HttpStatus.SERVICE_UNAVAILABLE, id);
    }

    /** The same form in another language, with all that was typed; nothing is sent. */
    private ModelAndView translate(String id, Form form, String language, FormPost post, HttpServletRequest request) {
        InquiryFields typed = post.readIn(PageLanguage.of(request, form.languages()));
        PageLanguage.choose(request, language);
        return show(request, HttpStatus.OK, id, form, desk.token(id, post), typed, List.of(), false);
    }

    private ModelAndView show(
            HttpServletRequest request,
            HttpStatus status,
            String id,
            Form form,
            FormToken token,
            InquiryFields typed,
            List<FieldFault> faults,
            boolean pressAgain) {
        String language = PageLanguage.of(request, form.languages());
        FormPage page = new FormPage(id, form, language, token, typed, faults, pressAgain);
        boolean danger = status.isError() && danger(typed);
        Map<String, Object> model =
                Map.of("page", page, "tongues", page.tongues(), "keeps", page.address(), "danger", danger);
        return pages.show(request, "form", status, id, model);
    }

    /** Whoever has to mend a field first may be in danger all the same. */
    private boolean danger(InquiryFields typed) {
        return typed.texts().values().stream().anyMatch(text -> phrases.in(text).isPresent());
    }
}
