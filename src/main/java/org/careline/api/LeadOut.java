package org.careline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Assignment;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Related;
import org.careline.lead.Touch;
import org.careline.lead.UnassignedReason;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Roster;

/**
 * A lead as the API shows it (contract.md, "Lead out"). What is absent is null, but for the components that only one kind of
 * answer has: touches, acts and explanations of a single lead, the lane of an item of the queue.
 */
record LeadOut(
        String id,
        long rev,
        String createdAt,
        String stage,
        Optional<String> closeReason,
        Optional<String> name,
        Optional<OwnerOut> owner,
        Optional<String> unassignedReason,
        Optional<NextActionOut> nextAction,
        Optional<SafetyOut> safety,
        List<String> contactPoints,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RequestOut> request,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<ConsentsOut>> consents,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<TouchOut>> touches,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<ActOut>> acts,
        List<RelatedOut> relatedLeads,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<ExplanationOut>> explanations,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> lane) {

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
            Optional<String> outcome,

            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RequestOut> request,

            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> callBackPhone,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> transcripts,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RecordingOut> recordings,

            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ConsentOut> recordingConsent) {

        static TouchOut of(Touch touch, Map<String, RecordingOut> recordings) {
            return new TouchOut(
                    touch.id().value(),
                    touch.id().channel().word(),
                    touch.direction().name().toLowerCase(Locale.ROOT),
                    ApiTime.of(touch.at()),
                    Optional.ofNullable(touch.outcome()),
                    RequestOut.of(touch),
                    touch.callBackPhone().map(PhoneNumber::e164),
                    touch.transcripts(),
                    touch.recordings().stream()
                            .flatMap(id -> Stream.ofNullable(recordings.get(id)))
                            .toList(),
                    touch.recordingConsent().map(ConsentOut::of));
        }

        /** A number, what somebody said: nothing of it reaches a log. */
        @Override
        public String toString() {
            return "TouchOut[" + sourceId + "]";
        }
    }

    /** What a coordinator did. */
    record ActOut(String at, String what, OwnerOut by, Optional<String> detail, Optional<String> note) {

        static ActOut of(CoordinatorAct act, Roster roster) {
            return new ActOut(
                    ApiTime.of(act.at()),
                    act.what().name(),
                    OwnerOut.of(act.by(), roster),
                    Optional.ofNullable(act.detail()),
                    Optional.ofNullable(act.note()));
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
        return of(file.lead(), roster, Optional.of(everything), Optional.empty());
    }

    /** What only a single lead has. */
    private record Everything(
            RequestOut request,
            List<ConsentsOut> consents,
            List<TouchOut> touches,
            List<ActOut> acts,
            List<ExplanationOut> explanations) {}

    private static Stream<Explanation> explanations(LeadWithHistory file) {
        return Stream.of(
                        file.touches().stream().flatMap(touch -> touch.reasons().stream()),
                        file.lead().ownership().ledger().stream().map(Assignment::why),
                        file.acts().stream().flatMap(act -> Stream.ofNullable(act.why())))
                .flatMap(Function.identity());
    }

    /** An item of the list by age. */
    static LeadOut listed(Lead lead, Roster roster) {
        return of(lead, roster, Optional.empty(), Optional.empty());
    }

    /** An item of the queue. */
    static LeadOut queued(Lead lead, Roster roster) {
        return of(
                lead,
                roster,
                Optional.empty(),
                Optional.ofNullable(lead.next()).map(next -> next.lane().code()));
    }

    private static LeadOut of(Lead lead, Roster roster, Optional<Everything> everything, Optional<String> lane) {
        return new LeadOut(
                lead.id().value(),
                lead.rev(),
                ApiTime.of(lead.createdAt()),
                lead.stage().name(),
                Optional.ofNullable(lead.closing())
                        .map(closing -> closing.reason().name()),
                Optional.ofNullable(lead.person().name()).map(PersonName::text),
                owner(lead, roster),
                Optional.ofNullable(lead.ownership().reason()).map(UnassignedReason::name),
                nextAction(lead, roster),
                SafetyOut.of(lead),
                lead.person().pointsInOrder().stream().map(ContactPoint::key).toList(),
                everything.map(Everything::request),
                everything.map(Everything::consents),
                everything.map(Everything::touches),
                everything.map(Everything::acts),
                new TreeSet<>(lead.related()).stream().map(RelatedOut::of).toList(),
                everything.map(Everything::explanations),
                lane);
    }

    private static Optional<OwnerOut> owner(Lead lead, Roster roster) {
        return lead.ownership().coordinator().map(owner -> OwnerOut.of(owner, roster));
    }

    private static Optional<NextActionOut> nextAction(Lead lead, Roster roster) {
        Optional<Object> who = owner(lead, roster).map(owner -> owner);
        return Optional.ofNullable(lead.next())
                .map(next -> new NextActionOut(next.what().name(), who.orElse("queue"), ApiTime.of(next.dueAt())));
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "LeadOut[" + id + "]";
    }
}
