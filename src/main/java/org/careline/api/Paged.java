package org.careline.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a list that is read page by page, with {@link ListQuery}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = ListQuery.LIMIT,
        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
@Parameter(
        in = ParameterIn.QUERY,
        name = ListQuery.CURSOR,
        description = ListQuery.CURSOR_IS,
        schema = @Schema(type = "string"))
@ApiResponse(responseCode = "400", description = "A parameter is unknown or cannot be used")
@interface Paged {}
