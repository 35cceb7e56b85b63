package org.careline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.careline.inbox.FieldFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal as RFC 9457 has it. Nothing that was typed is in it.
 *
 * @param title the status in words
 * @param detail what to do about it
 * @param errors the faults of single fields
 */
record Problem(
        String type,
        String title,
        int status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

    /** The fault of one field. */
    record Fault(String field, String code, String message, String expected) {

        static Fault of(FieldFault fault) {
            return new Fault(fault.field(), fault.code().word(), fault.code().sentence(), fault.expected());
        }
    }

    static Problem of(HttpStatus status, @Nullable String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, List.of());
    }

    static Problem of(HttpStatus status, String detail, List<FieldFault> faults) {
        return new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                detail,
                faults.stream().map(Fault::of).toList());
    }

    ResponseEntity<Problem> response() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    ResponseEntity<Problem> response(int retryAfterSeconds) {
        return ResponseEntity.status(status)
                .header("Retry-After", Integer.toString(retryAfterSeconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }
}
