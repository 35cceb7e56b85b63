package org.careline.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says of every path which scope a token needs for it. */
@Component
class ScopeDescription implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        NeedsScope needs = method.getMethodAnnotation(NeedsScope.class);
        if (needs != null) {
            String scope = needs.value().word();
            String said = operation.getDescription() == null ? "" : operation.getDescription() + " ";
            operation.description(said + "Needs a token with the scope `" + scope + "`.");
            operation.addExtension("x-scope", scope);
            operation
                    .getResponses()
                    .addApiResponse("403", new ApiResponse().description("The token has not the scope " + scope));
        }
        return operation;
    }
}
