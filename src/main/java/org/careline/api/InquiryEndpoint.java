package org.careline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careline.inbox.Acceptance;
import org.careline.inbox.FieldFault;
import org.careline.inbox.InquiryInbox;
import org.careline.inbox.InquiryParser;
import org.careline.inbox.InquiryParser.Manner;
import org.careline.inbox.ParsedInquiry;
import org.careline.inbox.SetAside;
import org.careline.lead.SourceId;
import org.careline.settings.ClinicForms;
import org.careline.web.UrlEncoded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes inquiries as JSON. */
@RestController
class InquiryEndpoint {

    private static final String STRICT = "strict";
    private static final int RETRY_AFTER_SECONDS = 30;

    private final InquiryInbox inbox;
    private final InquiryParser parser;
    private final ClinicForms forms;
    private final Clock clock;

    InquiryEndpoint(InquiryInbox inbox, InquiryParser parser, ClinicForms forms, Clock clock) {
        this.inbox = inbox;
        this.parser = parser;
        this.forms = forms;
        this.clock = clock;
    }

    @NeedsScope(ApiScope.INQUIRIES)
    @PostMapping(
            path = ApiPaths.INQUIRIES,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Send an inquiry",
            parameters = {
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = IdempotencyKey.HEADER,
                        description = IdempotencyKey.EXPECTED,
                        schema = @Schema(maxLength = 255)),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = STRICT,
                        description = "true: an optional field that cannot be used refuses the inquiry, too",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = InquiryIn.class))))
    @ApiResponse(
            responseCode = "202",
            description = "It is durable; the same answer for known and unknown people",
            content = @Content(schema = @Schema(implementation = ReceiptOut.class)))
    @ApiResponse(responseCode = "400", description = "The body or the key cannot be read")
    @ApiResponse(responseCode = "413", description = "The body has more than 64 kB")
    @ApiResponse(responseCode = "415", description = "The body is no JSON in UTF-8")
    @ApiResponse(responseCode = "422", description = "Not valid, with all faults; or the key was used for other fields")
    ResponseEntity<?> accept(HttpServletRequest request) {
        SourceId source = IdempotencyKey.of(request);
        Manner manner = strict(request) ? Manner.REFUSES : Manner.SETS_ASIDE;
        return accept(source, InquiryJson.of(JsonBody.of(request), manner), manner);
    }

    /** A query that says nothing of it wishes the usual. */
    private static boolean strict(HttpServletRequest request) {
        return UrlEncoded.parse(request.getQueryString())
                .map(query -> "true".equals(query.first(STRICT)))
                .orElse(false);
    }

    private ResponseEntity<?> accept(SourceId source, InquiryJson sent, Manner manner) {
        ParsedInquiry parsed = parser.parse(sent.fields(), sent.faults(), manner);
        if (parsed instanceof ParsedInquiry.Understood understood) {
            Instant now = clock.instant();
            return answer(inbox.accept(understood.received(source, now, null), understood.known(now)), understood);
        }
        return unprocessable(((ParsedInquiry.Faulty) parsed).faults());
    }

    private ResponseEntity<?> answer(Acceptance acceptance, ParsedInquiry.Understood understood) {
        if (acceptance instanceof Acceptance.Accepted accepted) {
            List<FieldFault> aside =
                    understood.aside().stream().map(SetAside::fault).toList();
            return ResponseEntity.accepted().body(ReceiptOut.of(accepted.receipt(), aside));
        }
        if (acceptance instanceof Acceptance.KeyReused) {
            return unprocessable(List.of(new FieldFault(IdempotencyKey.HEADER, FieldFault.Code.REUSED, "a fresh key")));
        }
        return noRoom(understood.details().to());
    }

    private ResponseEntity<?> noRoom(@Nullable String form) {
        String call = Optional.ofNullable(form)
                .flatMap(forms::form)
                .map(known -> ", or call " + known.clinic() + " at " + known.telephone())
                .orElse("");
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Nothing can be stored at the moment. Try again" + call + ".")
                .response(RETRY_AFTER_SECONDS);
    }

    private static ResponseEntity<?> unprocessable(List<FieldFault> faults) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "Nothing was stored.", faults)
                .response();
    }
}
