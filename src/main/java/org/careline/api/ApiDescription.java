package org.careline.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What holds for the whole API: the token, and the refusals that every path has, all of them problem+json. */
@Component
class ApiDescription implements OpenApiCustomizer {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    @Override
    public void customise(OpenAPI description) {
        description
                .info(new Info().title("Careline").version("v1").description("Inquiries in, leads out."))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
        Components components = description.getComponents();
        components.addSecuritySchemes(
                TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        ModelConverters.getInstance().readAll(Problem.class).forEach(components::addSchemas);
        description.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::addRefusals));
    }

    private static void addRefusals(Operation operation) {
        ApiResponses responses = operation.getResponses();
        responses.addApiResponse("401", new ApiResponse().description("The token is missing or another one"));
        responses.addApiResponse(
                "503", new ApiResponse().description("The store does not answer, or nothing can be stored"));
        responses.forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
            }
        });
    }
}
