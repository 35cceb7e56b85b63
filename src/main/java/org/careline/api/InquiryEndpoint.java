package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.careline.intake.Acceptance;
import org.careline.intake.FieldFault;
import org.careline.intake.InquiryInbox;
import org.careline.intake.InquiryParser;
import org.careline.intake.ParsedInquiry;
import org.careline.lead.SourceId;
import org.careline.settings.ClinicForms;
import org.careline.web.BoundedBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes inquiries as JSON. */
@RestController
class InquiryEndpoint {

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

    @PostMapping(
            path = ApiPaths.INQUIRIES,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> accept(HttpServletRequest request) {
        if (!utf8(request)) {
            return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "JSON is sent in UTF-8.")
                    .response();
        }
        Optional<byte[]> body = BoundedBody.of(request);
        if (body.isEmpty()) {
            return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "A body has up to 64 kB.")
                    .response();
        }
        Optional<SourceId> source = IdempotencyKey.of(request);
        if (source.isEmpty()) {
            FieldFault fault = new FieldFault(IdempotencyKey.HEADER, FieldFault.Code.INVALID, IdempotencyKey.EXPECTED);
            return Problem.of(HttpStatus.BAD_REQUEST, "The key cannot be used.", List.of(fault))
                    .response();
        }
        return InquiryJson.parse(body.get())
                .<ResponseEntity<?>>map(sent -> accept(source.get(), sent))
                .orElseGet(() -> Problem.of(HttpStatus.BAD_REQUEST, "The body is not a JSON text in UTF-8.")
                        .response());
    }

    /** Spring has refused other media types; the charset is left to us. JSON is UTF-8 (RFC 8259 §8.1), ASCII part of it. */
    private static boolean utf8(HttpServletRequest request) {
        Charset charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    }

    private ResponseEntity<?> accept(SourceId source, InquiryJson sent) {
        ParsedInquiry parsed = parser.parse(sent.fields(), sent.faults());
        if (parsed instanceof ParsedInquiry.Understood understood) {
            Acceptance acceptance = inbox.accept(understood.received(source, clock.instant(), null));
            return answer(acceptance, understood.request().to());
        }
        return unprocessable(((ParsedInquiry.Faulty) parsed).faults());
    }

    private ResponseEntity<?> answer(Acceptance acceptance, @Nullable String form) {
        if (acceptance instanceof Acceptance.Accepted accepted) {
            return ResponseEntity.accepted().body(ReceiptOut.of(accepted.receipt()));
        }
        if (acceptance instanceof Acceptance.KeyReused) {
            return unprocessable(List.of(new FieldFault(IdempotencyKey.HEADER, FieldFault.Code.REUSED, "a fresh key")));
        }
        return noRoom(form);
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
