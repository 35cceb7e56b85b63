package org.careline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.careline.lead.SourceId;
import org.junit.jupiter.api.Test;

class SignedReceiptsTests {

    private final Receipts ours = with("one key");

    @Test
    void everyNodeGivesTheSameReceipt() {
        SourceId source = new SourceId("form:one");

        assertThat(with("one key").of(source)).isEqualTo(ours.of(source));
        assertThat(ours.of(new SourceId("form:two"))).isNotEqualTo(ours.of(source));
    }

    @Test
    void weKnowOurOwn() {
        String receipt = ours.of(new SourceId("form:one")).value();

        assertThat(receipt).hasSize(28).matches("[A-Za-z0-9_-]+");
        assertThat(ours.ours(receipt)).isTrue();
        assertThat(with("another key").ours(receipt)).isFalse();
    }

    @Test
    void aTouchedReceiptIsNotOurs() {
        String receipt = ours.of(new SourceId("form:one")).value();
        char other = receipt.charAt(3) == 'A' ? 'B' : 'A';

        assertThat(ours.ours(receipt.substring(0, 3) + other + receipt.substring(4)))
                .isFalse();
        assertThat(ours.ours("")).isFalse();
        assertThat(ours.ours(receipt + "A")).isFalse();
        assertThat(ours.ours("=".repeat(28))).isFalse();
    }

    @Test
    void aReceiptTellsOfDangerToNobodyWithoutTheKey() {
        SourceId source = new SourceId("form:one");
        Receipt plain = ours.of(source);
        Receipt careful = ours.handedOut(source, true);

        assertThat(careful.value()).hasSize(28).isNotEqualTo(plain.value());
        assertThat(ours.ours(careful.value())).isTrue();
        assertThat(ours.tellsOfDanger(careful.value())).isTrue();
        assertThat(ours.tellsOfDanger(plain.value())).isFalse();
        assertThat(ours.known(careful)).isEqualTo(plain);
        assertThat(ours.known(plain)).isEqualTo(plain);
        assertThat(with("one key").handedOut(source, true)).isEqualTo(careful);
        assertThat(with("another key").ours(careful.value())).isFalse();
    }

    @Test
    void whatWasHandedOutOnceStaysKnown() {
        assertThat(ours.of(new SourceId("form:one")).value()).isEqualTo("sFf7von8Pg-KOCiDxGEBnkofbf5d");
        assertThat(ours.handedOut(new SourceId("form:one"), true).value()).isEqualTo("sFf7von8Pg-KOCiDxGEB3yNzWxEG");
    }

    private static Receipts with(String key) {
        return new SignedReceipts(() -> key.getBytes(StandardCharsets.US_ASCII));
    }
}
