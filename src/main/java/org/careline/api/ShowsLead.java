package org.careline.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a path below one lead: it answers with the lead as it is then. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "The lead",
        content = @Content(schema = @Schema(implementation = LeadOut.class)))
@ApiResponse(responseCode = "404", description = "There is no such lead")
@interface ShowsLead {}
