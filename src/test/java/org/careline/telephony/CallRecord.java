package org.careline.telephony;

import java.time.Duration;
import java.time.Instant;
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
        /** A call back was promised. */
        CALL_BACK,
        /** The crisis line was dialled. */
        CRISIS_LINE,
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
    boolean saidWithoutMenu;
    boolean askedForCallBack;
    int crisisDials;
    int crisisMissed;
    Instant plannedAt = Instant.EPOCH;
    private boolean asked;
    int repeats;
    int repeatsAnsweredOtherwise;

    @Nullable End end;

    /** Chosen before the phones rang. */
    @Nullable String language;

    void hears(String sentence) {
        heard.add(sentence);
    }

    /** Something is said that no key can end, before the crisis line was asked for. */
    void hearsWithoutMenu() {
        saidWithoutMenu |= crisisDials == 0 && crisisMissed == 0 && !asked;
    }

    void presses(Pressed pressed, String action, Instant now) {
        boolean first = rung.isEmpty();
        askedForCallBack |= pressed == Pressed.CALL_BACK;
        if (first && (action.endsWith("/greeting") || action.endsWith("/message"))) {
            plannedAt = now;
            if (pressed == Pressed.LANGUAGE && action.matches(".*/(en|es)/greeting")) {
                language = action.contains("/en/") ? "es" : "en";
            }
        }
    }

    void asksForCrisisLine(boolean dialled) {
        asked = true;
        crisisMissed += dialled ? 0 : 1;
    }

    boolean promised() {
        return heard.stream()
                .anyMatch(words -> words.startsWith("We call you at") || words.startsWith("Le llamamos al"));
    }

    void hangsUp() {
        end = toldTalked
                ? End.TALKED
                : crisisDials > 0
                        ? End.CRISIS_LINE
                        : promised() ? End.CALL_BACK : recorder ? End.VOICEMAIL : End.CUT_OFF;
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
