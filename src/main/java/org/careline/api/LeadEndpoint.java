package org.careline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.careline.inbox.InquiryParser;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.NextAction;
import org.careline.lead.Stage;
import org.careline.staff.Actor;
import org.careline.staff.Roster;
import org.jspecify.annotations.Nullable;
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
    @ApiResponse(
            responseCode = "200",
            description = "The lead",
            content = @Content(schema = @Schema(implementation = LeadOut.class)))
    @ApiResponse(responseCode = "404", description = "There is no such lead")
    ResponseEntity<?> find(@PathVariable String id, @AuthenticationPrincipal ApiClient client) {
        return LeadId.isOne(id) ? answers.shown(new LeadId(id), HttpStatus.OK, client.actor()) : answers.missing();
    }

    @NeedsScope(ApiScope.LEADS)
    @GetMapping(path = ApiPaths.LEADS, produces = MediaType.APPLICATION_JSON_VALUE)
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
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = ListQuery.LIMIT,
                        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = ListQuery.CURSOR,
                        description = ListQuery.CURSOR_IS,
                        schema = @Schema(type = "string")),
            })
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = LeadPage.class)))
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or cannot be used")
    ResponseEntity<?> list(HttpServletRequest request, @AuthenticationPrincipal ApiClient client) {
        ListQuery.Reading reading = ListQuery.of(request, LeadFilter.NAMES, cursors);
        return reading instanceof ListQuery.Reading.Read read
                ? list(read.query(), client.actor())
                : ((ListQuery.Reading.Refused) reading).problem().response();
    }

    private ResponseEntity<?> list(ListQuery query, Actor reader) {
        LeadFilter.Reading reading = LeadFilter.of(query.filters(), parser);
        if (reading instanceof LeadFilter.Reading.Read read) {
            List<Lead> found = search.find(read.filter(), query.after(), query.limit() + 1, reader);
            return ResponseEntity.ok(page(found, query, lead -> LeadOut.listed(lead, roster), Lead::listed));
        }
        return ((LeadFilter.Reading.Refused) reading).problem().response();
    }

    @NeedsScope(ApiScope.LEADS)
    @GetMapping(path = ApiPaths.QUEUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "All open leads in the order in which they are to be worked",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = ListQuery.LIMIT,
                        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = ListQuery.CURSOR,
                        description = ListQuery.CURSOR_IS,
                        schema = @Schema(type = "string")),
            })
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = LeadPage.class)))
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or cannot be used")
    ResponseEntity<?> queue(HttpServletRequest request, @AuthenticationPrincipal ApiClient client) {
        ListQuery.Reading reading = ListQuery.of(request, Set.of(), cursors);
        if (reading instanceof ListQuery.Reading.Read read) {
            List<Lead> found = book.queue(read.query().after(), read.query().limit() + 1, client.actor());
            return ResponseEntity.ok(
                    page(found, read.query(), lead -> LeadOut.queued(lead, roster), LeadEndpoint::place));
        }
        return ((ListQuery.Reading.Refused) reading).problem().response();
    }

    /** One lead more than a page has was asked for, and tells whether another page follows. */
    private LeadPage page(
            List<Lead> found, ListQuery query, Function<Lead, LeadOut> shown, Function<Lead, @Nullable String> key) {
        List<Lead> items = found.subList(0, Math.min(found.size(), query.limit()));
        String last = found.size() > items.size() ? key.apply(items.get(items.size() - 1)) : null;
        return new LeadPage(items.stream().map(shown).toList(), last == null ? null : cursors.of(query.text(), last));
    }

    private static @Nullable String place(Lead lead) {
        NextAction next = lead.next();
        return next == null ? null : next.place();
    }
}
