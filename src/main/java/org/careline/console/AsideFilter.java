package org.careline.console;

import java.util.Arrays;
import java.util.Locale;
import org.careline.inbox.InquiryState;
import org.jspecify.annotations.Nullable;

/** What did not become a lead by itself, by the word for it. Its methods are public, for templates call no others. */
enum AsideFilter {
    SUSPECT(
            InquiryState.SUSPECT,
            "Looks like junk. Whoever sent it got the same receipt as everyone, and nobody calls them by itself.",
            true,
            true),
    UNPLACED(InquiryState.UNPLACED, "Real, but it belongs to nobody: no number, or a number of no clinic.", true, true),
    PARKED(InquiryState.PARKED, "Our own failure. It becomes a lead when it is let through.", true, false),
    REFUSED(InquiryState.REFUSED, "A stated rule says no, or a person did.", false, false);

    private final InquiryState state;
    private final String meaning;
    private final boolean released;
    private final boolean dismissed;

    AsideFilter(InquiryState state, String meaning, boolean released, boolean dismissed) {
        this.state = state;
        this.meaning = meaning;
        this.released = released;
        this.dismissed = dismissed;
    }

    /** The one of this word; the first one for anything else. */
    static AsideFilter of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(view -> view.word().equals(word))
                .findFirst()
                .orElse(SUSPECT);
    }

    InquiryState state() {
        return state;
    }

    /** As it stands in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return Labels.plain(name());
    }

    public String meaning() {
        return meaning;
    }

    /** Whether what stands here can be let through. */
    public boolean released() {
        return released;
    }

    /** Whether what stands here can be dismissed. */
    public boolean dismissed() {
        return dismissed;
    }
}
