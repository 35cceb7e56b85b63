package org.careline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.careline.followup.FollowUpDesk;
import org.careline.followup.ReportResult;
import org.careline.lead.LeadId;
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

/** Where a person says that somebody is not in danger, or not any more. Nothing else ends a hold. */
@RestController
class SafetyEndpoint {

    private final FollowUpDesk desk;
    private final LeadAnswers answers;
    private final JsonField<CoordinatorId> by;

    SafetyEndpoint(FollowUpDesk desk, LeadAnswers answers, Roster roster) {
        this.desk = desk;
        this.answers = answers;
        this.by = WorkFields.coordinator(roster);
    }

    /** Who found that the danger is over, and why they think so. */
    record SafetyIn(
            @Schema(example = "ana") String coordinator,
            @Schema(example = "true") boolean over,

            @Schema(example = "She is with her sister, and safe.")
            String reason) {}

    @NeedsScope(ApiScope.WORK)
    @PostMapping(path = ApiPaths.LEADS + "/{id}/safety", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "End a hold for safety, with a reason; the lead goes back to its ordinary place",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = SafetyIn.class))))
    @ShowsLead
    @ApiResponse(
            responseCode = "409",
            description = "It is not held",
            content = @Content(schema = @Schema(implementation = LeadOut.class)))
    @ApiResponse(responseCode = "422", description = "Not valid, with all faults")
    ResponseEntity<?> over(
            @PathVariable String id, HttpServletRequest request, @AuthenticationPrincipal ApiClient client) {
        if (!LeadId.isOne(id)) {
            return answers.missing();
        }
        JsonFields said = JsonFields.of(request, List.of(by, WorkFields.OVER, WorkFields.WHY_OVER));
        return over(new LeadId(id), client.actor().actingFor(said.get(by)), said.get(WorkFields.WHY_OVER));
    }

    private ResponseEntity<?> over(LeadId lead, Actor.Worker worker, String reason) {
        ReportResult done = desk.safetyOver(lead, worker, reason);
        return done instanceof ReportResult.Missing
                ? answers.missing()
                : answers.shown(
                        lead, done instanceof ReportResult.Written ? HttpStatus.OK : HttpStatus.CONFLICT, worker);
    }
}
