package org.careline.rehearsal;

import java.util.List;

/**
 * The network at one moment.
 *
 * @param version see {@link PhoneNetwork#version()}
 * @param lines the oldest first
 */
public record NetworkView(long version, List<LineView> lines) {

    public NetworkView {
        lines = List.copyOf(lines);
    }

    /** The lines that are not over. */
    public List<LineView> live() {
        return lines.stream()
                .filter(line -> line.doing() != LineView.Doing.IS_OVER)
                .toList();
    }
}
