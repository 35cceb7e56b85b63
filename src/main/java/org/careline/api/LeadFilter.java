package org.careline.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.inbox.InquiryParser;
import org.careline.lead.Stage;
import org.careline.staff.CoordinatorId;

/**
 * Which leads are asked for; what is empty does not matter.
 *
 * @param owner a coordinator, who need not be in the roster any more
 */
record LeadFilter(
        Optional<ContactPoint> phone,
        Optional<ContactPoint> email,
        Optional<Stage> stage,
        Optional<CoordinatorId> owner) {

    static final String PHONE = "phone";
    static final String EMAIL = "email";
    static final String STAGE = "stage";
    static final String OWNER = "owner";
    static final Set<String> NAMES = Set.of(PHONE, EMAIL, STAGE, OWNER);

    /** @throws RefusedRequest if one of them is none */
    static LeadFilter of(Map<String, String> given, InquiryParser parser) {
        return new LeadFilter(
                read(
                        given,
                        PHONE,
                        text -> parser.phone(plus(text)),
                        "a phone number such as +18445550100; its + is sent as %2B"),
                read(given, EMAIL, EmailAddress::parse, "an e-mail address"),
                read(given, STAGE, LeadFilter::stage, "one of " + Arrays.toString(Stage.values())),
                read(given, OWNER, LeadFilter::coordinator, "a coordinator's id"));
    }

    private static <T> Optional<T> read(
            Map<String, String> given, String name, Function<String, Optional<? extends T>> reading, String expected) {
        return Optional.ofNullable(given.get(name))
                .map(text ->
                        reading.apply(text).orElseThrow(() -> RefusedRequest.badly(name + " is " + expected + ".")));
    }

    private static Optional<CoordinatorId> coordinator(String text) {
        return Optional.of(text).filter(CoordinatorId::isOne).map(CoordinatorId::new);
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
}
