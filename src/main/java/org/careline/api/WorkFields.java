package org.careline.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.contact.Language;
import org.careline.inbox.FieldFault.Code;
import org.careline.lead.CloseReason;
import org.careline.lead.Outcome;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Roster;

/** The fields of what coordinators send about a lead. */
final class WorkFields {

    static final int LONGEST_NOTE = 4_000;

    static final JsonField<CloseReason> REASON = JsonField.required(
            "reason", text -> named(CloseReason.values(), text), Code.UNKNOWN_VALUE, "a close reason such as COST");
    static final JsonField<Outcome> OUTCOME = JsonField.required(
            "outcome", text -> named(Outcome.values(), text), Code.UNKNOWN_VALUE, "an outcome such as NO_ANSWER");
    static final JsonField<Instant> AT = JsonField.optional(
            "at", WorkFields::time, Code.INVALID, "a time with its offset, such as 2026-11-23T14:00:00Z");
    static final JsonField<String> LANGUAGE = JsonField.optional(
            "language", text -> Language.parse(text).map(Language::tag), Code.INVALID, "a language tag such as es");
    static final JsonField<String> NOTE =
            JsonField.optional("note", WorkFields::note, Code.INVALID, "text of 1 to " + LONGEST_NOTE + " characters");
    static final JsonField<String> NEEDED_NOTE =
            JsonField.required("note", WorkFields::note, Code.INVALID, "text of 1 to " + LONGEST_NOTE + " characters");

    static final JsonField<Boolean> OVER = JsonField.affirmed("over");
    static final JsonField<String> WHY_OVER = JsonField.required(
            "reason", WorkFields::note, Code.INVALID, "why nobody is in danger, 1 to " + LONGEST_NOTE + " characters");

    private WorkFields() {}

    /** Who does it: a coordinator of the roster. */
    static JsonField<CoordinatorId> coordinator(Roster roster) {
        return JsonField.required(
                "coordinator",
                text -> Optional.of(text)
                        .filter(CoordinatorId::isOne)
                        .map(CoordinatorId::new)
                        .flatMap(roster::find)
                        .map(Coordinator::key),
                Code.UNKNOWN_VALUE,
                "the id of a coordinator");
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String text) {
        return Stream.of(values).filter(value -> value.name().equals(text)).findFirst();
    }

    private static Optional<String> note(String text) {
        return Optional.of(text.strip()).filter(note -> !note.isEmpty() && note.length() <= LONGEST_NOTE);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
