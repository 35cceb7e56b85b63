package org.careline.promises;

/** What the product is, each a property that a test can break. */
public enum Promise {
    P1(
            "One person, one open lead",
            ", whatever the channel, the order, the retries and the concurrency. A shared phone with a conflicting name is"
                    + " never merged silently.",
            "Text messages and the quiz are channels that do not exist yet."),
    P2(
            "Acknowledged means durable",
            ". A form, text or API inquiry answered with a receipt, and a call answered with TwiML, survives a kill -9 at any"
                    + " instant and an hour without the database. On a replica set it survives the loss of the node's disk"
                    + " too; a call of the last milliseconds is rebuilt from Twilio's own call list. Not promised: the"
                    + " database down and that node's disk lost at once.",
            "Calls are rebuilt from a stub of Twilio's call list only: none was asked for from Twilio itself. The longest"
                    + " outage in the tests is of seconds, not of an hour. Nothing was tried on a replica set."),
    P3(
            "The caller is always answered",
            ". No database, no network to Twilio's REST API, no exception in our code: still valid TwiML in under a second."
                    + " With the whole application gone, a generated fallback document answers and the call is reconciled"
                    + " afterwards.",
            "The fallback document and the reconciliation were tried against a stub of Twilio, not against Twilio itself."),
    P4(
            "Every call ends well in a bounded time",
            ": a human, a voicemail, a promised callback, or the crisis line. Proven over all configurations, not by example.",
            "Whoever asks in line to be called back is rung by itself for half an hour; after that, and out of hours, a person"
                    + " has to do it. A wait ends up to ten seconds after its bound. Played on the phone network of the"
                    + " rehearsal, not on Twilio."),
    P5(
            "A crisis exit in every place",
            ": each call menu, queue, voicemail, page, quiz result and message. A lead held for safety has an owner or an"
                    + " on-call person at once, whatever limits say; only a person ends the hold. Safety work outranks all"
                    + " other work and is never marketing.",
            "Held for the places that exist: what calls say and the pages. There is no quiz and no message yet."),
    P6(
            "Nobody is contacted without permission",
            ": one function decides for every sender, in the recipient's time zone, and stores why.",
            "The one function does not exist. Nothing is sent to anybody by itself so far; the times at which"
                    + " people are called keep the recipient's window, and whoever asks to be left alone is closed."),
    P7(
            "No open lead without a next action",
            ": who, what, when. Unassigned is allowed only with a reason and an alarm.",
            ""),
    P8(
            "Every automatic decision explains itself",
            ": rule, version, the values compared (masked), for an assignment every candidate with the reason for exclusion."
                    + " The decision can be recomputed from its explanation alone.",
            "Recomputing is tested for assignments. A call keeps whom it was to ring and why; nothing recomputes that."),
    P9(
            "Nothing gets stuck",
            ": presence, claims and running work are leases that expire, never flags that someone must reset.",
            "A claim does not expire by itself yet."),
    P10(
            "Private by construction",
            ": no contact data or health data in logs, page addresses, notifications or third-party requests; reads are"
                    + " audited.",
            "Reads are not audited yet."),
    P11(
            "Rules are data with their own examples",
            ", checked at start-up and before activation.",
            "The rules of calls carry examples, which cannot yet say that somebody is paused or writes up a talk; other rules"
                    + " carry none. There is no activation apart from a start."),
    P12(
            "Nothing that a person typed is lost, and nothing they are told is untrue",
            ": drafts survive updates, reloads and restarts; receipt, call and queue take their times from one function.",
            "A half typed date is kept by no draft, for a browser does not tell it.");

    private final String title;
    private final String words;
    private final String missing;

    Promise(String title, String words, String missing) {
        this.title = title;
        this.words = words;
        this.missing = missing;
    }

    String title() {
        return title;
    }

    /** What follows the title in its sentence. */
    String words() {
        return words;
    }

    /** What of it does not hold yet; empty if nothing is known of the kind. */
    String missing() {
        return missing;
    }
}
