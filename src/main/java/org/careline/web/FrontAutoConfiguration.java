package org.careline.web;

import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.catalina.connector.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Puts the front in its place. Public, because tests of single doors bring it along. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(FrontSettings.class)
public class FrontAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FrontAutoConfiguration.class);

    /** More of them answer no sooner, and calls later. */
    private static final int FOR_EACH_PROCESSOR = 8;

    /** For the whole body, whatever it is. */
    private static final Duration BODY_WITHIN = Duration.ofSeconds(2);

    @Bean
    FilterRegistrationBean<BodyGatherer> bodyGatherer(ObjectProvider<Door> doors) {
        Doorkeeper keeper = new Doorkeeper(doors.orderedStream().toList());
        Room room = Room.ofThisProcess();
        Bodies bodies = new Bodies(room.connections() / 3, room.bodies());
        FilterRegistrationBean<BodyGatherer> registration =
                new FilterRegistrationBean<>(new BodyGatherer(keeper, bodies, BODY_WITHIN));
        registration.addUrlPatterns("/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setAsyncSupported(true);
        registration.setDispatcherTypes(EnumSet.complementOf(EnumSet.of(DispatcherType.FORWARD)));
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> front(FrontSettings settings) {
        return tomcat -> {
            if (tomcat.getAddress() == null && !settings.encrypted()) {
                LOG.info("Only this machine is listened to: careline.public-base-url is no https address"
                        + " (server.address opens it to others)");
                tomcat.setAddress(InetAddress.getLoopbackAddress());
            }
            CallsPort calls = CallsPort.of(settings.twilio().port());
            tomcat.setProtocol(FrontProtocol.class.getName());
            int atOnce = FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
            tomcat.addEngineValves(new Admission(settings.front().atWork(), atOnce, calls, settings.encrypted()));
            int connections = Room.ofThisProcess().connections();
            tomcat.addConnectorCustomizers(connector -> prepare(connector, settings, connections));
            Connector own = calls.connector();
            if (own != null) {
                prepare(own, settings, connections / 2);
                calls.at(tomcat.getAddress());
                tomcat.addAdditionalConnectors(own);
            }
        };
    }

    private static void prepare(Connector connector, FrontSettings settings, int connections) {
        // Who is refused is not asked for a body.
        connector.setProperty("continueResponseTiming", "onRead");
        if (connector.getProtocolHandler() instanceof FrontProtocol protocol) {
            protocol.setMaxConnections(Math.min(protocol.getMaxConnections(), connections));
            protocol.endpoint().setMostPerAddress(settings.front().connectionsPerAddress());
        }
    }
}
