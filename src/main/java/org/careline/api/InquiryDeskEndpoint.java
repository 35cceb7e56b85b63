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
import org.careline.inbox.InquiryDesk;
import org.careline.inbox.InquiryState;
import org.careline.inbox.Receipt;
import org.careline.inbox.Receipts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what became of inquiries, and sends one that waits through the flow once more. */
@RestController
class InquiryDeskEndpoint {

    private static final String STATE = "state";

    /** The states that are listed; the others are found by their receipts or as leads. */
    private static final Map<String, InquiryState> LISTED = Map.of(
            "parked", InquiryState.PARKED,
            "suspect", InquiryState.SUSPECT,
            "unplaced", InquiryState.UNPLACED,
            "refused", InquiryState.REFUSED);

    private final InquiryDesk desk;
    private final Receipts receipts;
    private final Cursors cursors;

    InquiryDeskEndpoint(InquiryDesk desk, Receipts receipts, Cursors cursors) {
        this.desk = desk;
        this.receipts = receipts;
        this.cursors = cursors;
    }

    @NeedsScope(ApiScope.INQUIRIES)
    @GetMapping(path = ApiPaths.INQUIRIES + "/{receipt}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What became of an inquiry")
    @ApiResponse(
            responseCode = "200",
            description = "Its state",
            content = @Content(schema = @Schema(implementation = InquiryOut.class)))
    @ApiResponse(responseCode = "404", description = "Nothing was accepted under this receipt")
    ResponseEntity<?> find(@PathVariable String receipt) {
        return known(receipt)
                .flatMap(desk::find)
                .<ResponseEntity<?>>map(status -> ResponseEntity.ok(InquiryOut.of(status)))
                .orElseGet(InquiryDeskEndpoint::unknown);
    }

    @NeedsScope(ApiScope.LEADS)
    @GetMapping(path = ApiPaths.INQUIRIES, produces = MediaType.APPLICATION_JSON_VALUE)
    @Paged
    @Operation(
            summary = "Inquiries that wait for a human or were refused, the oldest first",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = STATE,
                        required = true,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"parked", "suspect", "unplaced", "refused"})),
            })
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = InquiryPage.class)))
    ResponseEntity<?> list(HttpServletRequest request) {
        ListQuery query = ListQuery.of(request, Set.of(STATE), cursors);
        InquiryState state = Optional.ofNullable(LISTED.get(query.filters().getOrDefault(STATE, "")))
                .orElseThrow(() -> RefusedRequest.badly("state is one of parked, suspect, unplaced and refused."));
        InquiryDesk.Statuses found = desk.list(state, query.page());
        return ResponseEntity.ok(new InquiryPage(
                found.items().stream().map(InquiryOut::of).toList(),
                found.next().map(last -> query.after(last, cursors))));
    }

    @NeedsScope(ApiScope.WORK)
    @PostMapping(path = ApiPaths.INQUIRIES + "/{receipt}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Send a suspect, unplaced or parked inquiry through the flow once more")
    @ApiResponse(
            responseCode = "202",
            description = "It is accepted again",
            content = @Content(schema = @Schema(implementation = ReceiptOut.class)))
    @ApiResponse(responseCode = "404", description = "Nothing was accepted under this receipt")
    @ApiResponse(responseCode = "409", description = "It does not wait for a human")
    ResponseEntity<?> replay(@PathVariable String receipt) {
        return known(receipt).<ResponseEntity<?>>map(this::replay).orElseGet(InquiryDeskEndpoint::unknown);
    }

    private ResponseEntity<?> replay(Receipt receipt) {
        return switch (desk.replay(receipt)) {
            case REPLAYED -> ResponseEntity.accepted().body(ReceiptOut.of(receipt, List.of()));
            case NOT_WAITING ->
                Problem.of(HttpStatus.CONFLICT, "Only a suspect, unplaced or parked inquiry is replayed.")
                        .response();
            case UNKNOWN -> unknown();
        };
    }

    /** A text without our mark is no receipt, and the store is not asked for it. */
    private Optional<Receipt> known(String text) {
        return Optional.of(text).filter(receipts::ours).map(Receipt::new);
    }

    private static ResponseEntity<?> unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "There is no inquiry with this receipt.")
                .response();
    }
}
