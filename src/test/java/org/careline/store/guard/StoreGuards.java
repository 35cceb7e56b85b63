package org.careline.store.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test class in which a command was sent that a real or a sharded MongoDB would not take, or would scan for. */
public final class StoreGuards implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(CommandRecorder.ofThisRun().faultsSinceLastAsked())
                .as("commands that the store contract forbids")
                .isEmpty();
    }
}
