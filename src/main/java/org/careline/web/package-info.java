/**
 * The front, which stands before all doors ({@code Admission}, then {@code BodyGatherer}), and what every door to the web
 * needs and no framework gives us safely: a body of bounded size, url-encoded fields that are read strictly and without an
 * exception, and seals that only this installation can make. Tomcat's own parameter parsing is never used, for it throws on
 * what strangers send.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.careline.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
