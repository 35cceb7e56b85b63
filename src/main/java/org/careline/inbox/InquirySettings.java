package org.careline.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what people type is read.
 *
 * @param region the ISO 3166 country of phone numbers that are typed without {@code +}
 */
@ConfigurationProperties("careline")
record InquirySettings(@DefaultValue("US") String region) {}
