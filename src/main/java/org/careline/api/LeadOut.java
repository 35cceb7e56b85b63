package org.careline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Assignment;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Related;
import org.careline.lead.Touch;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Roster;
import org.jspecify.annotations.Nullable;

/**
 * A lead as the API shows it (contract.md, "Lead out"). Nulls are present, but for the components that only one kind of
 * answer has: touches, acts and explanations of a single lead, the lane of an item of the queue.
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
        @Nullable SafetyOut safety,
        List<String> contactPoints,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RequestOut request,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ConsentsOut> consents,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TouchOut> touches,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ActOut> acts,
        List<RelatedOut> relatedLeads,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ExplanationOut> explanations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lane) {

    /** A person who works for the clinic. */
    record OwnerOut(String id, String name) {

        /** One who is not in the roster any more is known by their id. */
        static OwnerOut of(CoordinatorId id, Roster roster) {
            return new OwnerOut(
                    id.value(), roster.find(id).map(Coordinator::name).orElse(id.value()));
        }
    }

    /**
     * What is owed next.
     *
     * @param who the owner, or {@code queue} while nobody owns the lead
     */
    record NextActionOut(
            String what,
            @Schema(oneOf = {OwnerOut.class, String.class}) Object who,
            String dueAt) {}

    /**
     * One contact.
     *
     * @param outcome what came of a call: {@code crisis-line}, {@code callback-requested}, {@code voicemail}, else Twilio's word
     * @param callBackPhone the number that a caller entered to be called back at
     * @param transcripts what its messages say, as a machine has heard them
     * @param recordings what was recorded of it
     * @param recordingConsent missing unless the talk could have been recorded
     */
    record TouchOut(
            String sourceId,
            String channel,
            String direction,
            String at,
            @Nullable String outcome,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RequestOut request,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String callBackPhone,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> transcripts,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RecordingOut> recordings,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ConsentOut recordingConsent) {

        static TouchOut of(Touch touch, Map<String, RecordingOut> recordings) {
            return new TouchOut(
                    touch.id().value(),
                    touch.id().channel().word(),
                    touch.direction().name().toLowerCase(Locale.ROOT),
                    ApiTime.of(touch.at()),
                    touch.outcome(),
                    RequestOut.of(touch).orElse(null),
                    touch.callBackPhone().map(PhoneNumber::e164).orElse(null),
                    touch.transcripts(),
                    touch.recordings().stream()
                            .flatMap(id -> Stream.ofNullable(recordings.get(id)))
                            .toList(),
                    touch.recordingConsent().map(ConsentOut::of).orElse(null));
        }

        /** A number, what somebody said: nothing of it reaches a log. */
        @Override
        public String toString() {
            return "TouchOut[" + sourceId + "]";
        }
    }

    /** What a coordinator did. */
    record ActOut(
            String at,
            String what,
            OwnerOut by,
            @Nullable String detail,
            @Nullable String note) {

        static ActOut of(CoordinatorAct act, Roster roster) {
            return new ActOut(
                    ApiTime.of(act.at()), act.what().name(), OwnerOut.of(act.by(), roster), act.detail(), act.note());
        }

        /** Notes never reach a log. */
        @Override
        public String toString() {
            return "ActOut[" + what + ", " + at + "]";
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
    static LeadOut of(LeadWithHistory file, Roster roster, Map<String, RecordingOut> recordings) {
        Everything everything = new Everything(
                RequestOut.of(file.touches()),
                ConsentsOut.of(file.touches()),
                file.touches().stream()
                        .map(touch -> TouchOut.of(touch, recordings))
                        .toList(),
                file.acts().stream().map(act -> ActOut.of(act, roster)).toList(),
                explanations(file).map(ExplanationOut::of).toList());
        return of(file.lead(), roster, everything, null);
    }

    /** What only a single lead has. */
    private record Everything(
            @Nullable RequestOut request,
            @Nullable List<ConsentsOut> consents,
            @Nullable List<TouchOut> touches,
            @Nullable List<ActOut> acts,
            @Nullable List<ExplanationOut> explanations) {

        static final Everything LEFT_OUT = new Everything(null, null, null, null, null);
    }

    private static Stream<Explanation> explanations(LeadWithHistory file) {
        return Stream.of(
                        file.touches().stream().flatMap(touch -> touch.reasons().stream()),
                        file.lead().ownership().ledger().stream().map(Assignment::why),
                        file.acts().stream().flatMap(act -> Stream.ofNullable(act.why())))
                .flatMap(Function.identity());
    }

    /** An item of the list by age. */
    static LeadOut listed(Lead lead, Roster roster) {
        return of(lead, roster, Everything.LEFT_OUT, null);
    }

    /** An item of the queue. */
    static LeadOut queued(Lead lead, Roster roster) {
        return of(
                lead,
                roster,
                Everything.LEFT_OUT,
                lead.next() == null ? null : lead.next().lane().code());
    }

    private static LeadOut of(Lead lead, Roster roster, Everything everything, @Nullable String lane) {
        return new LeadOut(
                lead.id().value(),
                lead.rev(),
                ApiTime.of(lead.createdAt()),
                lead.stage().name(),
                lead.closing() == null ? null : lead.closing().reason().name(),
                lead.person().name() == null ? null : lead.person().name().text(),
                lead.owner() == null ? null : OwnerOut.of(lead.owner(), roster),
                lead.ownership().reason() == null
                        ? null
                        : lead.ownership().reason().name(),
                nextAction(lead, roster),
                SafetyOut.of(lead),
                lead.person().pointsInOrder().stream().map(ContactPoint::key).toList(),
                everything.request(),
                everything.consents(),
                everything.touches(),
                everything.acts(),
                new TreeSet<>(lead.related()).stream().map(RelatedOut::of).toList(),
                everything.explanations(),
                lane);
    }

    private static @Nullable NextActionOut nextAction(Lead lead, Roster roster) {
        return lead.next() == null
                ? null
                : new NextActionOut(
                        lead.next().what().name(),
                        lead.owner() == null ? "queue" : OwnerOut.of(lead.owner(), roster),
                        ApiTime.of(lead.next().dueAt()));
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "LeadOut[" + id + "]";
    }
}
