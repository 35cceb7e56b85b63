package org.careline.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.careline.lead.ActId;
import org.careline.lead.CloseReason;
import org.careline.lead.Outcome;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.jspecify.annotations.Nullable;

/** The one form of a lead's page as it was sent: a note, which goes along with whatever is saved, an outcome, a closing. */
final class WorkForm {

    static final String TEXT = "text";
    static final String NOTE_ID = "note";
    static final String OUTCOME = "outcome";
    static final String AT = "at";
    static final String LANGUAGE = "language";
    static final String REASON = "reason";

    /** What somebody types or chooses in it. */
    static final Set<String> FIELDS = Set.of(TEXT, OUTCOME, AT, LANGUAGE, REASON);

    /** What a closing takes of it. */
    static final Set<String> OF_CLOSING = Set.of(TEXT, REASON);

    /** What an outcome takes of it. */
    static final Set<String> OF_OUTCOME = Set.of(TEXT, OUTCOME, AT, LANGUAGE);

    private final Map<String, String> sent;

    WorkForm(Map<String, String> sent) {
        this.sent = sent;
    }

    /** What was typed, as it was. */
    Map<String, String> typed() {
        return sent.entrySet().stream()
                .filter(field ->
                        FIELDS.contains(field.getKey()) || field.getKey().equals(NOTE_ID))
                .filter(field -> !field.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is still to be done when these fields are: it stays in the form. */
    Map<String, String> without(Set<String> done) {
        Map<String, String> rest = new LinkedHashMap<>(typed());
        rest.keySet().removeAll(done);
        rest.remove(NOTE_ID);
        return rest;
    }

    boolean holdsSomething() {
        return FIELDS.stream().anyMatch(field -> !sent.getOrDefault(field, "").isEmpty());
    }

    /** The page's sheet, on which it is a draft. */
    Sheet sheet() {
        return Sheet.of(sent);
    }

    /**
     * What an act by this form is called. A form has an id, so that sending the same twice is one act. Two pages that took over
     * one draft have one id, and what was changed on one of them is another act.
     *
     * @param fields what the act takes of the form
     */
    ActId act(CoordinatorId by, Set<String> fields) {
        String form = sent.getOrDefault(NOTE_ID, "");
        if (!form.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return ActId.fresh();
        }
        Map<String, String> said = new TreeMap<>(typed());
        said.keySet().retainAll(fields);
        return ActId.saying(form + ":" + by + ":" + said);
    }

    Optional<String> given(String field) {
        return Optional.ofNullable(sent.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    Optional<Outcome> outcome() {
        return named(Outcome.values(), sent.get(OUTCOME));
    }

    Optional<CloseReason> reason() {
        return named(CloseReason.values(), sent.get(REASON));
    }

    /** The time by the clinic's clock; empty if there is none or it cannot be read. */
    Optional<Instant> time(OpeningHours hours) {
        return given(AT).flatMap(text -> {
            try {
                return Optional.of(
                        LocalDateTime.parse(text).atZone(hours.zone()).toInstant());
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** A note as it is kept; empty if there is none, or if it is too long. */
    Optional<String> note() {
        return Notes.note(sent.get(TEXT));
    }

    /** What is wrong with the note, whatever it goes along with. */
    Map<String, String> faults() {
        int length = given(TEXT).map(Notes::lines).map(String::length).orElse(0);
        return length <= Notes.LONGEST
                ? new LinkedHashMap<>()
                : new LinkedHashMap<>(Map.of(
                        TEXT, "A note has at most %,d characters; this one has %,d.".formatted(Notes.LONGEST, length)));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
