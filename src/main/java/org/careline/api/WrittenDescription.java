package org.careline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The API's description, written once and then only copied: it is open to all, and each writing costs a tenth of a second
 * of a processor. Nothing of a request is in it. As YAML it would be made anew, so there is none.
 */
@Component
class WrittenDescription extends OpenApiWebMvcResource {

    private byte @Nullable [] written;

    WrittenDescription(
            ObjectFactory<OpenAPIService> openApi,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(openApi, requests, responses, operations, properties, providers, customizers);
    }

    @Override
    public synchronized byte[] openapiJson(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        byte[] known = written;
        if (known == null) {
            known = super.openapiJson(request, path, Locale.ENGLISH);
            written = known;
        }
        return known.clone();
    }

    @Override
    public byte[] openapiYaml(HttpServletRequest request, String path, Locale locale) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Where it was fetched from, whoever says so in a header. */
    @Override
    protected String getServerUrl(HttpServletRequest request, String path) {
        return "/";
    }
}
