package org.careline.console;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The console's style sheet and scripts, ours and htmx, from this server alone. A browser asks whether its copy is good. */
@Configuration(proxyBeanMethods = false)
class ConsoleAssets implements WebMvcConfigurer {

    static final String PATH = "/console-assets/";

    /** The version is the one in the pom. */
    private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(PATH + "*")
                .addResourceLocations("classpath:/console-assets/", HTMX)
                .setCacheControl(CacheControl.noCache());
    }
}
