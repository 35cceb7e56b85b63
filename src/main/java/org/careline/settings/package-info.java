/**
 * The clinic's own data and the settings, checked before anything starts. {@code numbers}, {@code forms} and the files of
 * other modules are YAML beside {@code application.yaml}; each is bound to a validated record, and a key nobody knows, at
 * any depth, is a fault like a wrong value. All faults are reported at once with file, line, key,
 * what was found and what is expected, without a stack trace. Without any file the shipped, invented clinic is used.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.careline.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
