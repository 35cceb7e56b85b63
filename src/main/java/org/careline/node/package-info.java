/**
 * The ground a process stands on: its data folder, which belongs to it alone, its node id and the secrets of a first
 * run. Nothing here is made while beans are built, only when the application starts or on first use, so that a training
 * run for an ahead-of-time cache leaves no trace. A store process ({@code careline.role=store}) uses the folder and has
 * no secrets. The one clock of the application stands here too; whoever needs the time has it injected.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.careline.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
