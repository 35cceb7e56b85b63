package org.careline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.PresenceBook;
import org.careline.staff.Roster;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows who works for the clinic, and takes what they say of themselves. */
@RestController
class CoordinatorEndpoint {

    private final Roster roster;
    private final PresenceBook presence;
    private final Cursors cursors;
    private final Clock clock;

    CoordinatorEndpoint(Roster roster, PresenceBook presence, Cursors cursors, Clock clock) {
        this.roster = roster;
        this.presence = presence;
        this.cursors = cursors;
        this.clock = clock;
    }

    @NeedsScope(ApiScope.LEADS)
    @GetMapping(path = ApiPaths.COORDINATORS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Paged
    @Operation(summary = "Who works for the clinic, in the order of its file, and who is here")
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = CoordinatorPage.class)))
    ResponseEntity<?> list(HttpServletRequest request) {
        return ResponseEntity.ok(page(ListQuery.of(request, Set.of(), cursors)));
    }

    private CoordinatorPage page(ListQuery query) {
        List<Coordinator> all = roster.coordinators();
        List<String> ids = all.stream().map(Coordinator::id).toList();
        int from = query.page().after().map(ids::indexOf).orElse(-1) + 1;
        int to = Math.min(all.size(), from + query.page().limit());
        Optional<String> next =
                Optional.of(to).filter(end -> end < all.size()).map(end -> query.after(ids.get(end - 1), cursors));
        Map<CoordinatorId, Presence> said = presence.all();
        Instant now = clock.instant();
        return new CoordinatorPage(
                all.subList(from, to).stream()
                        .map(who -> shown(who, Optional.ofNullable(said.get(who.key())), now))
                        .toList(),
                next);
    }

    @NeedsScope(ApiScope.WORK)
    @PostMapping(
            path = ApiPaths.COORDINATORS + "/{id}/presence",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Say that a coordinator is here, away or paused; it ends by itself",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = PresenceIn.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The coordinator",
            content = @Content(schema = @Schema(implementation = CoordinatorOut.class)))
    @ApiResponse(responseCode = "400", description = "The body cannot be read")
    @ApiResponse(responseCode = "404", description = "There is no such coordinator")
    @ApiResponse(responseCode = "413", description = "The body has more than 64 kB")
    @ApiResponse(responseCode = "415", description = "The body is no JSON in UTF-8")
    @ApiResponse(responseCode = "422", description = "Not valid, with all faults")
    ResponseEntity<?> say(@PathVariable String id, HttpServletRequest request) {
        Optional<Coordinator> who = Optional.of(id)
                .filter(CoordinatorId::isOne)
                .map(CoordinatorId::new)
                .flatMap(roster::find);
        return who.isPresent()
                ? say(who.get(), JsonFields.of(request, PresenceIn.FIELDS))
                : Problem.of(HttpStatus.NOT_FOUND, "There is no coordinator with this id.")
                        .response();
    }

    private ResponseEntity<?> say(Coordinator who, JsonFields said) {
        Presence taken = presence.say(
                who.key(),
                said.get(PresenceIn.STATE),
                said.find(PresenceIn.LENGTH).orElse(null));
        return ResponseEntity.ok(shown(who, Optional.of(taken), clock.instant()));
    }

    private CoordinatorOut shown(Coordinator who, Optional<Presence> said, Instant now) {
        return CoordinatorOut.of(who, roster.onShift(who, now), said, now);
    }
}
