package org.careline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.api.LeadOut.ExplanationOut;
import org.careline.api.LeadOut.OwnerOut;
import org.careline.assignment.AssignmentDesk;
import org.careline.contact.Language;
import org.careline.lead.Assignment;
import org.careline.lead.UnassignedReason;
import org.careline.staff.Roster;
import org.careline.web.UrlEncoded;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers who would get the next leads, so that a clinic can try its roster before it trusts it. */
@RestController
class AssignmentEndpoint {

    private static final String COUNT = "count";
    private static final String LANGUAGE = "language";
    private static final int USUAL = 10;
    private static final int MOST = 50;

    private final AssignmentDesk desk;
    private final Roster roster;

    AssignmentEndpoint(AssignmentDesk desk, Roster roster) {
        this.desk = desk;
        this.roster = roster;
    }

    /** The next leads in their order. */
    record PreviewOut(List<NextOut> items) {}

    /** One of them. */
    record NextOut(Optional<OwnerOut> owner, Optional<String> unassignedReason, ExplanationOut explanation) {

        static NextOut of(Assignment next, Roster roster) {
            return new NextOut(
                    next.coordinator().map(owner -> OwnerOut.of(owner, roster)),
                    Optional.ofNullable(next.reason()).map(UnassignedReason::name),
                    ExplanationOut.of(next.why()));
        }
    }

    @NeedsScope(ApiScope.LEADS)
    @GetMapping(path = ApiPaths.PREVIEW, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Who would get the next leads, one after the other, as things are now; nothing is changed",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = COUNT,
                        schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "10")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = LANGUAGE,
                        description = "what their people wish to speak, a tag such as es",
                        schema = @Schema(type = "string")),
            })
    @ApiResponse(
            responseCode = "200",
            description = "The decisions with their explanations",
            content = @Content(schema = @Schema(implementation = PreviewOut.class)))
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or cannot be used")
    ResponseEntity<?> next(HttpServletRequest request) {
        Map<String, List<String>> sent = UrlEncoded.parse(request.getQueryString())
                .map(UrlEncoded::fields)
                .orElse(Map.of("", List.of()));
        Optional<Integer> count = count(sent.getOrDefault(COUNT, List.of(Integer.toString(USUAL))));
        List<String> language = sent.getOrDefault(LANGUAGE, List.of());
        boolean known = Set.of(COUNT, LANGUAGE).containsAll(sent.keySet());
        Optional<Language> spoken = language.stream().findFirst().flatMap(Language::parse);
        boolean speakable = language.isEmpty() || (language.size() == 1 && spoken.isPresent());
        if (!known || count.isEmpty() || !speakable) {
            return Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "count is a number from 1 to " + MOST + ", language a tag such as es.")
                    .response();
        }
        List<Assignment> next = desk.next(count.get(), spoken.orElse(null));
        return ResponseEntity.ok(
                new PreviewOut(next.stream().map(one -> NextOut.of(one, roster)).toList()));
    }

    private static Optional<Integer> count(List<String> sent) {
        return sent.size() == 1 && sent.get(0).matches("[1-9]\\d?")
                ? Optional.of(Integer.valueOf(sent.get(0))).filter(number -> number <= MOST)
                : Optional.empty();
    }
}
