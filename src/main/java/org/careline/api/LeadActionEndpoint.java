package org.careline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.careline.assignment.AssignmentDesk;
import org.careline.followup.AttemptReport;
import org.careline.followup.FollowUpDesk;
import org.careline.followup.ReportFault;
import org.careline.followup.ReportResult;
import org.careline.inbox.FieldFault;
import org.careline.lead.ActId;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites.Changed;
import org.careline.lead.Outcome;
import org.careline.lead.Outcome.Needs;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Roster;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what coordinators do with a lead. Each answer shows the lead as it is afterwards. */
@RestController
class LeadActionEndpoint {

    private static final String ONE = ApiPaths.LEADS + "/{id}";
    private static final String HELD = "The lead is held for safety. End the hold first, with a reason: POST " + ONE
            + "/safety with {\"coordinator\": …, \"over\": true, \"reason\": …}.";

    private final AssignmentDesk assignment;
    private final FollowUpDesk desk;
    private final LeadAnswers answers;
    private final JsonField<CoordinatorId> by;

    LeadActionEndpoint(AssignmentDesk assignment, FollowUpDesk desk, LeadAnswers answers, Roster roster) {
        this.assignment = assignment;
        this.desk = desk;
        this.answers = answers;
        this.by = WorkFields.coordinator(roster);
    }

    /** Who takes it. */
    record ClaimIn(@Schema(example = "ana") String coordinator) {}

    /** What they wrote. */
    record NoteIn(@Schema(example = "ana") String coordinator, String note) {}

    /** Why it ends. */
    record CloseIn(
            @Schema(example = "ana") String coordinator,
            @Schema(example = "COST") String reason,
            String note) {}

    /** How an attempt ended. */
    record DispositionIn(
            @Schema(example = "ana") String coordinator,
            @Schema(example = "SPOKE_CALLBACK") String outcome,
            @Schema(example = "2026-11-23T14:00:00Z") String at,
            @Schema(example = "es") String language,
            String note) {}

    @NeedsScope(ApiScope.WORK)
    @PostMapping(path = ONE + "/claim", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take a lead that nobody owns",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ClaimIn.class))))
    @ShowsLead
    @ApiResponse(
            responseCode = "409",
            description = "Somebody else owns it, or it is closed: the lead as it is, with its present owner",
            content = @Content(schema = @Schema(implementation = LeadOut.class)))
    @ApiResponse(responseCode = "422", description = "Not valid, with all faults")
    ResponseEntity<?> claim(
            @PathVariable String id, HttpServletRequest request, @AuthenticationPrincipal ApiClient client) {
        return with(id, request, client, List.of(by), (lead, said, worker, act) -> {
            Changed changed = assignment.claim(lead, worker);
            return changed instanceof Changed.Missing
                    ? answers.missing()
                    : answers.shown(
                            lead, changed instanceof Changed.Written ? HttpStatus.OK : HttpStatus.CONFLICT, worker);
        });
    }

    @NeedsScope(ApiScope.WORK)
    @PostMapping(path = ONE + "/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @OnceByKey
    @Operation(
            summary = "Keep a note with a lead; once, if it is sent again under its key",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NoteIn.class))))
    @ShowsLead
    @ApiResponse(responseCode = "422", description = "Not valid, with all faults")
    ResponseEntity<?> note(
            @PathVariable String id, HttpServletRequest request, @AuthenticationPrincipal ApiClient client) {
        return with(
                id,
                request,
                client,
                List.of(by, WorkFields.NEEDED_NOTE),
                (lead, said, worker, act) ->
                        done(desk.note(lead, worker, said.get(WorkFields.NEEDED_NOTE), act), lead, worker));
    }

    @NeedsScope(ApiScope.WORK)
    @PostMapping(path = ONE + "/close", consumes = MediaType.APPLICATION_JSON_VALUE)
    @OnceByKey
    @Operation(
            summary = "Close a lead with a reason",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CloseIn.class))))
    @ShowsLead
    @ApiResponse(
            responseCode = "409",
            description = "It is closed already; or, as a problem, it is held for safety, which is ended first",
            content = @Content(schema = @Schema(implementation = LeadOut.class)))
    @ApiResponse(responseCode = "422", description = "Not valid, with all faults")
    ResponseEntity<?> close(
            @PathVariable String id, HttpServletRequest request, @AuthenticationPrincipal ApiClient client) {
        return with(
                id,
                request,
                client,
                List.of(by, WorkFields.REASON, WorkFields.NOTE),
                (lead, said, worker, act) -> done(
                        desk.close(
                                lead,
                                worker,
                                said.get(WorkFields.REASON),
                                said.find(WorkFields.NOTE).orElse(null),
                                act),
                        lead,
                        worker));
    }

    @NeedsScope(ApiScope.WORK)
    @PostMapping(path = ONE + "/disposition", consumes = MediaType.APPLICATION_JSON_VALUE)
    @OnceByKey
    @Operation(
            summary = "Say how an attempt to reach the person ended; it decides what is owed next",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = DispositionIn.class))))
    @ShowsLead
    @ApiResponse(
            responseCode = "409",
            description = "It is closed",
            content = @Content(schema = @Schema(implementation = LeadOut.class)))
    @ApiResponse(responseCode = "422", description = "Not valid, with all faults")
    ResponseEntity<?> disposition(
            @PathVariable String id, HttpServletRequest request, @AuthenticationPrincipal ApiClient client) {
        return with(
                id,
                request,
                client,
                List.of(by, WorkFields.OUTCOME, WorkFields.AT, WorkFields.LANGUAGE, WorkFields.NOTE),
                (lead, said, worker, act) -> done(
                        desk.attempted(
                                lead,
                                worker,
                                report(said),
                                said.find(WorkFields.NOTE).orElse(null),
                                act),
                        lead,
                        worker));
    }

    /** A time counts only with an outcome that has one; with any other it may say when the attempt was. */
    private static AttemptReport report(JsonFields said) {
        Outcome outcome = said.get(WorkFields.OUTCOME);
        boolean timed = outcome.needs() == Needs.TIME || outcome.needs() == Needs.PERHAPS_TIME;
        return new AttemptReport(outcome, said.find(WorkFields.AT).filter(at -> timed), said.find(WorkFields.LANGUAGE));
    }

    /** What is done to a lead as it was said, by the coordinator that the client names. */
    private interface Act {

        ResponseEntity<?> done(LeadId lead, JsonFields said, Actor.Worker worker, ActId act);
    }

    private ResponseEntity<?> with(
            String id, HttpServletRequest request, ApiClient client, List<JsonField<?>> fields, Act then) {
        Optional<LeadId> lead = Optional.of(id).filter(LeadId::isOne).map(LeadId::new);
        if (lead.isEmpty()) {
            return answers.missing();
        }
        JsonFields said = JsonFields.of(request, fields);
        return then.done(
                lead.get(), said, client.actor().actingFor(said.get(by)), IdempotencyKey.act(request, client, said));
    }

    private ResponseEntity<?> done(ReportResult done, LeadId lead, Actor reader) {
        if (done instanceof ReportResult.Missing) {
            return answers.missing();
        }
        if (done instanceof ReportResult.Refused refused) {
            return Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "Nothing was changed.",
                            refused.refusals().stream()
                                    .map(LeadActionEndpoint::fault)
                                    .toList())
                    .response();
        }
        if (done instanceof ReportResult.HeldForSafety) {
            return Problem.of(HttpStatus.CONFLICT, HELD).response();
        }
        return answers.shown(lead, done instanceof ReportResult.Written ? HttpStatus.OK : HttpStatus.CONFLICT, reader);
    }

    private static FieldFault fault(ReportFault refusal) {
        return new FieldFault(refusal.field(), FieldFault.Code.INVALID, refusal.expected());
    }
}
