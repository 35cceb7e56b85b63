package org.careline.api;

import org.careline.node.Secrets;
import org.careline.settings.ClinicFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this door needs of the node. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    ApiKeys apiKeys(Secrets secrets) {
        return new ApiKeys(secrets::signingKey);
    }

    @Bean
    ApiClients apiClients(Secrets secrets, ClinicFiles files) {
        return new ApiClients(secrets::apiToken, files.read("api-clients", ApiClientsFile.class));
    }
}
