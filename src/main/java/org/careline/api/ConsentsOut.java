package org.careline.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.contact.Language;
import org.careline.lead.Asked;
import org.careline.lead.Touch;

/**
 * What a person agreed to with one contact: each box that they were shown, ticked or not.
 *
 * @param language the language of the words that stood beside the boxes; empty if the sender did not say
 * @param version the version of those words; empty if the sender did not say
 */
@Schema(description = "What the person agreed to with one contact; a box that is false was shown and left empty")
record ConsentsOut(
        String sourceId,
        String channel,
        String at,
        Optional<String> language,
        Optional<String> version,
        boolean call,
        boolean text,
        boolean voicemail,
        boolean marketing) {

    /** Of all contacts with which they were asked, the newest first. */
    static List<ConsentsOut> of(List<Touch> touches) {
        return touches.stream()
                .sorted(Comparator.comparing(Touch::at).thenComparing(Touch::id).reversed())
                .flatMap(touch -> Stream.ofNullable(touch.asked())
                        .flatMap(asked -> Stream.ofNullable(asked.consents()).map(given -> of(touch, asked, given))))
                .toList();
    }

    private static ConsentsOut of(Touch touch, Asked asked, Asked.Consents given) {
        return new ConsentsOut(
                touch.id().value(),
                touch.id().channel().word(),
                ApiTime.of(touch.at()),
                Optional.ofNullable(asked.language()).map(Language::tag),
                Optional.ofNullable(given.version()),
                given.call(),
                given.text(),
                given.voicemail(),
                given.marketing());
    }
}
