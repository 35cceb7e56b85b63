package org.careline.node;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The folder of this node and its secrets. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    DataFolder dataFolder(NodeSettings settings) {
        return DataFolder.at(settings.dataFolder());
    }

    @Bean
    Installation installation(NodeSettings settings, Environment environment) {
        return Installation.of(settings, environment);
    }

    @Bean
    SecretFiles secretFiles(NodeSettings settings, DataFolder folder) {
        return new SecretFiles(settings, folder);
    }

    @Bean
    Secrets secrets(NodeSettings settings, SecretFiles files) {
        return Secrets.of(settings, files);
    }
}
