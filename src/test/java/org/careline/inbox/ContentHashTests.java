package org.careline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.SourceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    private static final PhoneNumber PHONE = new PhoneNumber("+13055550123");

    @Test
    void theTimeAndTheKeyDoNotMatter() {
        Inquiry one = inquiry("Maya", null, "hello");
        Inquiry later = new Inquiry(
                new SourceId("api:other"), one.at().plusSeconds(60), one.sender(), one.details(), Map.of(), null);

        assertThat(ContentHash.of(later)).isEqualTo(ContentHash.of(one)).hasSize(32);
    }

    @Test
    void aFieldThatMovesIsAnotherContent() {
        assertThat(ContentHash.of(inquiry(null, "33101", null)))
                .isNotEqualTo(ContentHash.of(inquiry(null, null, "33101")));
    }

    @Test
    void anEmptyTextIsNotAMissingOne() {
        assertThat(ContentHash.of(inquiry(null, null, ""))).isNotEqualTo(ContentHash.of(inquiry(null, null, null)));
    }

    @Test
    void whatWasStoredOnceIsFoundAgain() {
        assertThat(ContentHash.of(inquiry("Maya", "33101", "hello"))).isEqualTo("8b6ba49a5018552fd61f3141eb13d5d5");
    }

    private static Inquiry inquiry(@Nullable String name, @Nullable String zip, @Nullable String message) {
        Sender sender = new Sender(name == null ? null : new PersonName(name), PHONE, null);
        InquiryDetails request = new InquiryDetails(null, zip, null, null, message, null, List.of(), null);
        return new Inquiry(new SourceId("api:key"), NOW, sender, request, Map.of(), null);
    }
}
