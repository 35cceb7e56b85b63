package org.careline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.careline.readback.DriftGuard;
import org.careline.readback.DriftReport;
import org.careline.readback.DriftReport.Drift;
import org.careline.speech.FallbackBundle;
import org.careline.web.UrlEncoded;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the clinic's numbers are set up at the carrier, and the documents that answer when we cannot. */
@RestController
class TelephonyEndpoint {

    private static final String DRIFT = ApiPaths.TELEPHONY + "/drift";
    private static final String FALLBACK = ApiPaths.TELEPHONY + "/fallback.xml";
    private static final String GOODBYE = ApiPaths.TELEPHONY + "/" + FallbackBundle.GOODBYE_BESIDE;
    private static final String GOODBYE_FIELD = "goodbye";
    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s\"<>#]{1,500}");
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
    private static final int ASK_AGAIN = 60;

    private final DriftGuard drift;
    private final FallbackBundle fallback;

    TelephonyEndpoint(DriftGuard drift, FallbackBundle fallback) {
        this.drift = drift;
        this.fallback = fallback;
    }

    /**
     * What differs.
     *
     * @param state compared, or rehearsal: then there is no account to compare with
     */
    record DriftOut(String state, List<DifferenceOut> differences) {

        static DriftOut of(DriftReport report) {
            return new DriftOut(
                    report.state().name().toLowerCase(Locale.ROOT),
                    report.drifts().stream().map(DifferenceOut::of).toList());
        }
    }

    /** One difference, in parts and as a sentence. */
    record DifferenceOut(String number, String what, String found, String expected, String text) {

        static DifferenceOut of(Drift drift) {
            return new DifferenceOut(drift.number(), drift.what(), drift.found(), drift.expected(), drift.sentence());
        }
    }

    @NeedsScope(ApiScope.TELEPHONY)
    @GetMapping(path = DRIFT, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Where the carrier's setup of the clinic's numbers differs from what it must be; asks it now")
    @ApiResponse(
            responseCode = "200",
            description = "The differences; none is good",
            content = @Content(schema = @Schema(implementation = DriftOut.class)))
    ResponseEntity<?> look() {
        return told(drift.look());
    }

    @NeedsScope(ApiScope.TELEPHONY)
    @PostMapping(path = DRIFT, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Sets the addresses of the clinic's numbers at the carrier; what still differs")
    @ApiResponse(
            responseCode = "200",
            description = "The differences that are left, for a person",
            content = @Content(schema = @Schema(implementation = DriftOut.class)))
    ResponseEntity<?> repair() {
        return told(drift.repair());
    }

    private static ResponseEntity<?> told(DriftReport report) {
        return switch (report.state()) {
            case COMPARED, REHEARSAL -> ResponseEntity.ok(DriftOut.of(report));
            case REFUSED ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The carrier refuses: are account and token right?")
                        .response(ASK_AGAIN);
            case NO_ANSWER ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The carrier does not answer.")
                        .response(ASK_AGAIN);
        };
    }

    @NeedsScope(ApiScope.TELEPHONY)
    @GetMapping(path = FALLBACK, produces = MediaType.TEXT_XML_VALUE)
    @Operation(
            summary = "The document for another host that answers calls when this application cannot",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = GOODBYE_FIELD,
                            description = "where fallback-goodbye.xml lies; without it, beside this document",
                            schema = @Schema(type = "string", format = "uri")))
    @ApiResponse(responseCode = "200", description = "TwiML", content = @Content(schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or cannot be used")
    ResponseEntity<?> fallback(HttpServletRequest request) {
        return goodbye(request)
                .<ResponseEntity<?>>map(address -> document("fallback.xml", fallback.answer(address)))
                .orElseGet(() -> Problem.of(HttpStatus.BAD_REQUEST, "goodbye is an address that begins with https://.")
                        .response());
    }

    private static Optional<String> goodbye(HttpServletRequest request) {
        Map<String, List<String>> sent = UrlEncoded.parse(request.getQueryString())
                .map(UrlEncoded::fields)
                .orElse(Map.of("", List.of()));
        if (sent.isEmpty()) {
            return Optional.of(FallbackBundle.GOODBYE_BESIDE);
        }
        List<String> address = sent.getOrDefault(GOODBYE_FIELD, List.of());
        boolean usable = sent.keySet().equals(Set.of(GOODBYE_FIELD))
                && address.size() == 1
                && ADDRESS.matcher(address.get(0)).matches();
        return usable ? Optional.of(address.get(0)) : Optional.empty();
    }

    @NeedsScope(ApiScope.TELEPHONY)
    @GetMapping(path = GOODBYE, produces = MediaType.TEXT_XML_VALUE)
    @Operation(summary = "What the fallback says after a message")
    @ApiResponse(responseCode = "200", description = "TwiML", content = @Content(schema = @Schema(type = "string")))
    ResponseEntity<?> goodbye() {
        return document(FallbackBundle.GOODBYE_BESIDE, fallback.goodbye());
    }

    private static ResponseEntity<?> document(String name, String twiml) {
        return ResponseEntity.ok()
                .contentType(XML)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(twiml);
    }
}
