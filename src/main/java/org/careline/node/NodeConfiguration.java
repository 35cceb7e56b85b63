package org.careline.node;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The folder for every process, the secrets for every one but a store process. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    DataFolder dataFolder(NodeSettings settings) {
        return DataFolder.at(settings.dataFolder());
    }

    /** The secrets of an application node. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "careline.role", havingValue = "application", matchIfMissing = true)
    static class ForApplications {

        @Bean
        SecretFiles secretFiles(NodeSettings settings, DataFolder folder) {
            return new SecretFiles(settings, folder);
        }

        @Bean
        Secrets secrets(NodeSettings settings, SecretFiles files) {
            return Secrets.of(settings, files);
        }
    }
}
