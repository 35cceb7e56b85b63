package org.careline.telephony;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.careline.telephony.CallDay.Reaction;
import org.jspecify.annotations.Nullable;

/** What happened in one call, as seen from the phone network. */
final class CallRecord {

    /** How it ended. */
    enum End {
        TALKED,
        VOICEMAIL,
        HUNG_UP,
        /** We hung up on a caller who had neither talked nor been asked for a message. */
        CUT_OFF,
        NEVER
    }

    final List<String> heard = new ArrayList<>();
    final List<String> rung = new ArrayList<>();
    final List<String> shown = new ArrayList<>();
    final List<String> connected = new ArrayList<>();
    final List<Reaction> connectedBy = new ArrayList<>();
    final List<String> heardBeforeRings = new ArrayList<>();
    Duration waited = Duration.ZERO;
    Duration talked = Duration.ZERO;
    Duration lasted = Duration.ZERO;
    boolean toldTalked;
    boolean recorder;
    int repeats;
    int repeatsAnsweredOtherwise;

    @Nullable End end;

    void hears(String sentence) {
        heard.add(sentence);
    }

    void rings(String phone, String callerId) {
        if (rung.isEmpty()) {
            heardBeforeRings.addAll(heard);
        }
        rung.add(phone);
        shown.add(callerId);
    }

    void connects(String phone, Reaction reaction) {
        connected.add(phone);
        connectedBy.add(reaction);
    }

    void asksTwice(boolean sameAnswer) {
        repeats++;
        repeatsAnsweredOtherwise += sameAnswer ? 0 : 1;
    }
}
