package org.careline.webform;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The style sheet of the public pages, and the scripts with which another site shows them in a frame. */
@Configuration(proxyBeanMethods = false)
class PublicAssets implements WebMvcConfigurer {

    /** Run by the sites of others. */
    static final String EMBED = "/embed/v1.js";

    /** Run by our pages, where they may be framed. */
    static final String FRAMED = "/embed/framed-v1.js";

    private static final Duration HOSTS_KEEP_IT = Duration.ofHours(1);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webform.css")
                .addResourceLocations("classpath:/webform-assets/")
                .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler(EMBED, FRAMED)
                .addResourceLocations("classpath:/webform-assets/")
                .setCacheControl(CacheControl.maxAge(HOSTS_KEEP_IT).cachePublic());
    }
}
