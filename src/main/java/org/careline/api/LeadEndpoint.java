package org.careline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careline.inbox.InquiryParser;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.NextAction;
import org.careline.lead.Stage;
import org.careline.staff.Roster;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows leads: one, a search, and the queue in its order. */
@RestController
class LeadEndpoint {

    private final LeadBook book;
    private final LeadSearch search;
    private final Cursors cursors;
    private final InquiryParser parser;
    private final Roster roster;
    private final LeadAnswers answers;

    LeadEndpoint(
            LeadBook book,
            LeadSearch search,
            Cursors cursors,
            InquiryParser parser,
            Roster roster,
            LeadAnswers answers) {
        this.book = book;
        this.search = search;
        this.cursors = cursors;
        this.parser = parser;
        this.roster = roster;
        this.answers = answers;
    }

    @NeedsScope(ApiScope.LEADS)
    @GetMapping(path = ApiPaths.LEADS + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One lead with all that happened; a merged one answers with its survivor")
    @ShowsLead
    ResponseEntity<?> find(@PathVariable String id, @AuthenticationPrincipal ApiClient client) {
        return LeadId.isOne(id) ? answers.shown(new LeadId(id), HttpStatus.OK, client.actor()) : answers.missing();
    }

    @NeedsScope(ApiScope.LEADS)
    @GetMapping(path = ApiPaths.LEADS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Paged
    @Operation(
            summary = "Open and closed leads, the oldest first; filters are ANDed",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = LeadFilter.PHONE, schema = @Schema(type = "string")),
                @Parameter(in = ParameterIn.QUERY, name = LeadFilter.EMAIL, schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = LeadFilter.STAGE,
                        schema = @Schema(implementation = Stage.class)),
                @Parameter(in = ParameterIn.QUERY, name = LeadFilter.OWNER, schema = @Schema(type = "string")),
            })
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = LeadPage.class)))
    ResponseEntity<?> list(HttpServletRequest request, @AuthenticationPrincipal ApiClient client) {
        ListQuery query = ListQuery.of(request, LeadFilter.NAMES, cursors);
        LeadFilter filter = LeadFilter.of(query.filters(), parser);
        List<Lead> found = search.find(filter, query.page().andOne(), client.actor());
        return ResponseEntity.ok(
                page(found, query, lead -> LeadOut.listed(lead, roster), lead -> Optional.ofNullable(lead.listed())));
    }

    @NeedsScope(ApiScope.LEADS)
    @GetMapping(path = ApiPaths.QUEUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Paged
    @Operation(summary = "All open leads in the order in which they are to be worked")
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = LeadPage.class)))
    ResponseEntity<?> queue(HttpServletRequest request, @AuthenticationPrincipal ApiClient client) {
        ListQuery query = ListQuery.of(request, Set.of(), cursors);
        List<Lead> found = book.queue(query.page().andOne(), client.actor());
        return ResponseEntity.ok(page(
                found,
                query,
                lead -> LeadOut.queued(lead, roster),
                lead -> Optional.ofNullable(lead.next()).map(NextAction::place)));
    }

    /** One lead more than a page has was asked for, and tells whether another page follows. */
    private LeadPage page(
            List<Lead> found, ListQuery query, Function<Lead, LeadOut> shown, Function<Lead, Optional<String>> key) {
        List<Lead> items = found.subList(0, Math.min(found.size(), query.page().limit()));
        Optional<String> next = found.stream()
                .skip(items.size())
                .findFirst()
                .flatMap(more -> key.apply(items.get(items.size() - 1)))
                .map(last -> query.after(last, cursors));
        return new LeadPage(items.stream().map(shown).toList(), next);
    }
}
