package org.careline.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.InquiryParser;
import org.careline.lead.Stage;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which leads are asked for; what is null does not matter.
 *
 * @param owner a coordinator, who need not be in the roster any more
 */
record LeadFilter(
        @Nullable ContactPoint phone,
        @Nullable ContactPoint email,
        @Nullable Stage stage,
        @Nullable CoordinatorId owner) {

    static final String PHONE = "phone";
    static final String EMAIL = "email";
    static final String STAGE = "stage";
    static final String OWNER = "owner";
    static final Set<String> NAMES = Set.of(PHONE, EMAIL, STAGE, OWNER);

    /** A filter, or why it is none. */
    sealed interface Reading {

        record Read(LeadFilter filter) implements Reading {}

        record Refused(Problem problem) implements Reading {}
    }

    static Reading of(Map<String, String> given, InquiryParser parser) {
        Optional<PhoneNumber> phone = Optional.ofNullable(given.get(PHONE)).flatMap(text -> parser.phone(plus(text)));
        Optional<EmailAddress> email = Optional.ofNullable(given.get(EMAIL)).flatMap(EmailAddress::parse);
        Optional<Stage> stage = Optional.ofNullable(given.get(STAGE)).flatMap(LeadFilter::stage);
        Optional<CoordinatorId> owner = Optional.ofNullable(given.get(OWNER))
                .filter(CoordinatorId::isOne)
                .map(CoordinatorId::new);
        if (given.containsKey(PHONE) && phone.isEmpty()) {
            return refused("phone is a phone number such as +18445550100; its + is sent as %2B.");
        }
        if (given.containsKey(EMAIL) && email.isEmpty()) {
            return refused("email is an e-mail address.");
        }
        if (given.containsKey(STAGE) && stage.isEmpty()) {
            return refused("stage is one of " + Arrays.toString(Stage.values()) + ".");
        }
        if (given.containsKey(OWNER) && owner.isEmpty()) {
            return refused("owner is a coordinator's id.");
        }
        return new Reading.Read(
                new LeadFilter(phone.orElse(null), email.orElse(null), stage.orElse(null), owner.orElse(null)));
    }

    /** A plus that was not escaped has become a space on its way. */
    private static String plus(String text) {
        return text.startsWith(" ") ? "+" + text.substring(1) : text;
    }

    private static Optional<Stage> stage(String text) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(text))
                .findFirst();
    }

    private static Reading refused(String detail) {
        return new Reading.Refused(Problem.of(HttpStatus.BAD_REQUEST, detail));
    }
}
