package org.careline.webform;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.careline.inbox.FieldFault;
import org.careline.inbox.InquiryFields;
import org.careline.inbox.InquiryParser;
import org.careline.settings.ClinicForms.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What the form's template shows. Its methods are public, for templates call no others.
 *
 * @param id the form's id
 * @param language the page's language
 * @param typed what was typed before, to be shown in the form again and nowhere else
 * @param faults what is wrong with it
 * @param pressAgain whether the form could not be taken as it was sent and only has to be sent again
 */
record FormPage(
        String id,
        Form form,
        String language,
        FormToken token,
        InquiryFields typed,
        List<FieldFault> faults,
        boolean pressAgain) {

    /** The fields asked for, in order, named as the API names them. */
    public List<String> fields() {
        return form.fields().stream().map(field -> field.inApi).toList();
    }

    public String title() {
        return form.title().in(language);
    }

    public boolean faulty() {
        return !faults.isEmpty();
    }

    /** What is wrong with which field. */
    public FaultSummary summary() {
        return new FaultSummary(faults, fields());
    }

    /** The ids of what is said about a field; null if nothing is. */
    public @Nullable String describedBy(String field) {
        String ids = look(field).hint() + (summary().of(field) == null ? "" : " " + field + "-fault");
        return ids.isBlank() ? null : ids.strip();
    }

    public FieldLook look(String field) {
        return FieldLook.of(field);
    }

    public String address() {
        return addressOf(id);
    }

    /** Where the form is sent to; what is said about it then gets the focus, without a script. */
    public String target() {
        return address() + "#notice";
    }

    /** The languages of the page; each is shown by a button of the form, which keeps all that was typed. */
    public Map<String, String> tongues() {
        Map<String, String> addresses = new LinkedHashMap<>();
        form.languages().forEach(tongue -> addresses.put(tongue, address()));
        return addresses;
    }

    /** The path of a form. */
    static String addressOf(String id) {
        return "/forms/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    public String value(String field) {
        return Objects.requireNonNullElse(typed.texts().get(field), "");
    }

    /** The language to answer in: the one chosen, else the one the page is in. */
    public String answerLanguage() {
        String chosen = value(InquiryFields.LANGUAGE);
        return chosen.isEmpty() ? language : chosen;
    }

    public boolean chosen(String time) {
        return typed.bestTimes().contains(time);
    }

    /** Whether a box was ticked beside the words that stand there now: nobody consents to others. */
    public boolean ticked(String box) {
        Set<String> ticked = typed.ticked();
        String read = typed.texts()
                .getOrDefault(InquiryFields.CONSENT_VERSION, form.consent().version());
        return ticked != null
                && ticked.contains(box)
                && read.equals(form.consent().version());
    }

    public Map<String, String> attribution() {
        return new TreeMap<>(typed.attribution());
    }

    public List<String> times() {
        return InquiryParser.BEST_TIMES;
    }

    public List<String> whom() {
        return InquiryParser.FOR_WHOM;
    }

    /** The consent texts by their boxes, in the page's language. */
    public Map<String, String> consents() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("call", form.consent().call().in(language));
        texts.put("text", form.consent().text().in(language));
        texts.put("voicemail", form.consent().voicemail().in(language));
        texts.put("marketing", form.consent().marketing().in(language));
        return texts;
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "FormPage[" + id + "]";
    }
}
