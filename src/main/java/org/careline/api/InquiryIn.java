package org.careline.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an inquiry as the API's description shows it (contract.md, "Inquiry in"). What arrives is read field by
 * field by {@link InquiryJson}, which finds all faults at once and cannot be replaced by binding to a record.
 */
@Schema(name = "InquiryIn", description = "One of phone and email is needed, the rest is optional.")
record InquiryIn(
        @Schema(defaultValue = "consultation") @Nullable String form,
        @Schema(maxLength = 120) @Nullable String name,
        @Schema(example = "(305) 555-0123") @Nullable String phone,
        @Schema(example = "maya@example.org") @Nullable String email,
        @Schema(example = "33101") @Nullable String zip,
        @Nullable LocalDate dateOfBirth,
        @Schema(example = "es") @Nullable String language,
        @Schema(maxLength = 4_000) @Nullable String message,

        @Schema(allowableValues = {"self", "other"}) @Nullable String forWhom,

        @Schema(example = "[\"weekday-morning\"]") @Nullable List<String> bestTimes,
        @Nullable ConsentIn consent,

        @Schema(description = "Unknown keys are dropped.") @Nullable Map<String, String> attribution) {

    /** The consent boxes; one that is left out is not ticked. */
    @Schema(name = "ConsentIn")
    record ConsentIn(
            boolean call,
            boolean text,
            boolean voicemail,
            boolean marketing,
            @Schema(example = "2026-11") @Nullable String version) {}
}
