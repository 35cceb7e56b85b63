package org.careline.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the flow works.
 *
 * @param pollInterval the pause before it looks for waiting inquiries again when there were none
 */
@ConfigurationProperties("careline.intake")
record IntakeSettings(@DefaultValue("200ms") Duration pollInterval) {}
