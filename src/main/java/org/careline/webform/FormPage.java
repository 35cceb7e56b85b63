package org.careline.webform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.careline.intake.FieldFault;
import org.careline.intake.InquiryFields;
import org.careline.intake.InquiryParser;
import org.careline.settings.ClinicForms.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
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

    /** A line of the summary of faults: its words and the field to go to. */
    record Line(String field, String words) {}

    /** The fields asked for, in order, named as the API names them. */
    public List<String> fields() {
        return form.fields().stream().map(field -> camel(field.name())).toList();
    }

    public List<Line> lines() {
        return faults.stream().map(this::line).toList();
    }

    private Line line(FieldFault fault) {
        List<String> asked = fields();
        String place = asked.contains(fault.field()) ? fault.field() : asked.get(0);
        return new Line(place, words(fault));
    }

    /** The key of the words for a field's fault; null if nothing is wrong with it. */
    public @Nullable String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .map(FormPage::words)
                .orElse(null);
    }

    private static String words(FieldFault fault) {
        return fault.code() == FieldFault.Code.REQUIRED
                ? "webform.fault.required"
                : "webform.fault." + (InquiryFields.TEXTS.contains(fault.field()) ? fault.field() : "other");
    }

    /** The ids of what is said about a field; null if nothing is. */
    public @Nullable String describedBy(String field) {
        boolean reach = field.equals(InquiryFields.PHONE) || field.equals(InquiryFields.EMAIL);
        String ids = (reach ? "reach " : "") + (fault(field) == null ? "" : field + "-fault");
        return ids.isEmpty() ? null : ids.strip();
    }

    public String type(String field) {
        return FieldLook.type(field);
    }

    public String autocomplete(String field) {
        return FieldLook.autocomplete(field);
    }

    /** The page's title tells at once when something is wrong (WCAG 2.2, G199). */
    public String pageTitle() {
        String sign = faults.isEmpty() ? "" : "(!) ";
        return sign + form.title().in(language) + " – " + form.clinic();
    }

    /** Where the form is sent to. */
    public String address() {
        return "/forms/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    /** The same form in another language, still knowing where the visitor came from. */
    public String address(String other) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance().queryParam(PageLanguage.PARAMETER, other);
        attribution().forEach((key, value) -> query.queryParam(key, UriUtils.encode(value, StandardCharsets.UTF_8)));
        return address() + query.build(true).toUriString();
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

    public boolean ticked(String box) {
        Set<String> ticked = typed.ticked();
        return ticked != null && ticked.contains(box);
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

    private static String camel(String constant) {
        String joined = Arrays.stream(constant.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "FormPage[" + id + "]";
    }
}
