package org.careline.rehearsal;

import java.net.URI;

/** What takes a line away from whatever it was at. Not a failure: the way a call goes. */
abstract sealed class Interruption extends RuntimeException {

    private Interruption() {
        super("", null, false, false);
    }

    /** It is over: somebody hung up, or the call was ended over REST. */
    static final class LineOver extends Interruption {}

    /** It leaves its queue by its own word. */
    static final class Left extends Interruption {}

    /** It was taken out of its queue. */
    static final class Dequeued extends Interruption {}

    /** It was sent to another document over REST. */
    static final class Redirected extends Interruption {

        final transient Target target;

        Redirected(Target target) {
            this.target = target;
        }
    }

    /** Twilio would not understand what it was told. */
    static final class NotUnderstood extends Interruption {

        final String why;

        NotUnderstood(String why) {
            this.why = why;
        }
    }

    /** Where a document comes from. */
    sealed interface Target {

        /** It is asked for. */
        record At(URI address) implements Target {}

        /** It was given. */
        record Given(String twiml) implements Target {}
    }
}
