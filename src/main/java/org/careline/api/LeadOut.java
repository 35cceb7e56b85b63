package org.careline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.LeadFile;
import org.careline.lead.Related;
import org.careline.lead.Touch;
import org.jspecify.annotations.Nullable;

/**
 * A lead as the API shows it (contract.md, "Lead out"). Nulls are present, but for the three components that only one kind
 * of answer has: touches and explanations of a single lead, the lane of an item of the queue.
 */
record LeadOut(
        String id,
        long rev,
        String createdAt,
        String stage,
        @Nullable String closeReason,
        @Nullable String name,
        @Nullable OwnerOut owner,
        @Nullable String unassignedReason,
        @Nullable NextActionOut nextAction,
        List<String> contactPoints,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TouchOut> touches,
        List<RelatedOut> relatedLeads,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ExplanationOut> explanations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lane) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A person who works for the clinic. */
    record OwnerOut(String id, String name) {}

    /**
     * What is owed next.
     *
     * @param who {@code queue} while nobody owns the lead
     */
    record NextActionOut(String what, String who, String dueAt) {}

    /** One contact. */
    record TouchOut(
            String sourceId,
            String channel,
            String direction,
            String at,
            @Nullable String outcome) {

        static TouchOut of(Touch touch) {
            return new TouchOut(
                    touch.id().value(),
                    touch.id().channel().word(),
                    touch.direction().name().toLowerCase(Locale.ROOT),
                    time(touch.at()),
                    touch.outcome());
        }
    }

    /** Another lead to know of. */
    record RelatedOut(String id, String kind) {

        static RelatedOut of(Related related) {
            return new RelatedOut(related.id().value(), related.kind().name());
        }
    }

    /** Why something was decided. */
    record ExplanationOut(String step, String rule, String version, String text, Map<String, String> evidence) {

        static ExplanationOut of(Explanation why) {
            String step = why.step().name().toLowerCase(Locale.ROOT);
            return new ExplanationOut(step, why.rule(), why.version(), why.text(), why.evidence());
        }
    }

    /** One lead with all that happened. */
    static LeadOut of(LeadFile file) {
        return of(
                file.lead(),
                file.touches().stream().map(TouchOut::of).toList(),
                file.touches().stream()
                        .flatMap(touch -> touch.explanations().stream())
                        .map(ExplanationOut::of)
                        .toList(),
                null);
    }

    /** An item of the list by age. */
    static LeadOut listed(Lead lead) {
        return of(lead, null, null, null);
    }

    /** An item of the queue. */
    static LeadOut queued(Lead lead) {
        return of(
                lead,
                null,
                null,
                lead.next() == null ? null : lead.next().lane().name());
    }

    private static LeadOut of(
            Lead lead,
            @Nullable List<TouchOut> touches,
            @Nullable List<ExplanationOut> explanations,
            @Nullable String lane) {
        return new LeadOut(
                lead.id().value(),
                lead.rev(),
                time(lead.createdAt()),
                lead.stage().name(),
                lead.closing() == null ? null : lead.closing().reason().name(),
                lead.person().name() == null ? null : lead.person().name().text(),
                null,
                lead.unassignedReason().name(),
                nextAction(lead),
                List.copyOf(lead.person().pointsInOrder()),
                touches,
                new TreeSet<>(lead.related()).stream().map(RelatedOut::of).toList(),
                explanations,
                lane);
    }

    private static @Nullable NextActionOut nextAction(Lead lead) {
        return lead.next() == null
                ? null
                : new NextActionOut(
                        lead.next().what().name(), "queue", time(lead.next().dueAt()));
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "LeadOut[" + id + "]";
    }
}
