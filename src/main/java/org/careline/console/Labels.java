package org.careline.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.careline.contact.Language;
import org.careline.followup.ReportFault;
import org.careline.lead.Action;
import org.careline.lead.Assignment;
import org.careline.lead.Channel;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Explanation;
import org.careline.lead.Lane;
import org.careline.lead.Outcome;
import org.careline.lead.Related;
import org.careline.lead.Stage;
import org.careline.lead.UnassignedReason;
import org.jspecify.annotations.Nullable;

/** What the console calls things. */
final class Labels {

    private Labels() {}

    static String of(Lane lane) {
        return switch (lane) {
            case SAFETY -> "Safety";
            case ON_THE_LINE -> "On the line";
            case PROMISED -> "Promised time";
            case FIRST_RESPONSE -> "First response";
            case MESSAGE -> "Message waits";
            case FOLLOW_UP -> "Follow-up";
            case REVIEW -> "Review";
        };
    }

    static String of(Action action) {
        return switch (action) {
            case ON_CALL -> "On a call";
            case CALL -> "Call";
            case CALL_BACK -> "Call back";
            case TEXT -> "Text";
            case REVIEW -> "Review";
        };
    }

    static String of(Explanation.Step step) {
        return switch (step) {
            case DANGER -> "What tells of danger";
            case ROUTE -> "Which phones ring";
            case MATCH -> "Whose contact it is";
            case ASSIGN -> "Who has the lead";
            case PLAN -> "What is owed, and when";
        };
    }

    static String of(Stage stage) {
        return switch (stage) {
            case NEW -> "New";
            case ATTEMPTING -> "Attempting";
            case IN_CONVERSATION -> "In conversation";
            case CALLBACK_SCHEDULED -> "Callback promised";
            case BOOKED -> "Booked";
            case ATTENDED -> "Attended";
            case NO_SHOW -> "Did not come";
            case RESCHEDULING -> "Rescheduling";
            case CLOSED -> "Closed";
        };
    }

    static String of(UnassignedReason reason) {
        return switch (reason) {
            case UNDECIDED -> "not yet decided";
            case NOBODY_ON_SHIFT -> "nobody is on shift";
            case EVERYBODY_AWAY -> "everybody is away";
            case NOBODY_SPEAKS_THE_LANGUAGE -> "nobody here speaks the language";
            case EVERYBODY_AT_CAPACITY -> "everybody has as many leads as they can";
            case EVERYBODY_JUST_GIVEN_ENOUGH -> "everybody was just given enough";
        };
    }

    static String of(Channel channel) {
        return switch (channel) {
            case CALL -> "Call";
            case SMS -> "Text message";
            case FORM -> "Form";
            case QUIZ -> "Quiz";
            case API -> "Inquiry of a partner";
        };
    }

    static String of(Related.Kind kind) {
        return switch (kind) {
            case SHARES_PHONE -> "Shares a phone with";
            case EARLIER_EPISODE -> "Asked before as";
            case POSSIBLE_DUPLICATE -> "Is perhaps the same as";
        };
    }

    static String of(CoordinatorAct.What what) {
        return switch (what) {
            case CLAIM -> "Claimed";
            case SAFETY_OVER -> "Found out of danger";
            case OUTCOME -> "Outcome";
            case NOTE -> "Note";
            case CLOSE -> "Closed";
        };
    }

    static String of(Outcome outcome) {
        return switch (outcome) {
            case SPOKE_BOOKED -> "Booked a consultation";
            case SPOKE_CALLBACK -> "Wants to be called back";
            case SPOKE_THINKING -> "Wants to think about it";
            case SPOKE_NOT_INTERESTED -> "Is not interested";
            case BAD_TIME -> "Could not talk now";
            case NO_ANSWER -> "No answer";
            case LEFT_VOICEMAIL -> "Left a voicemail";
            case MAILBOX_FULL_OR_UNSET -> "Voicemail takes no messages";
            case BUSY -> "Line was busy";
            case CALL_DROPPED -> "Call broke off";
            case HUNG_UP -> "Hung up";
            case THIRD_PARTY_ANSWERED -> "Somebody else answered";
            case LANGUAGE_NEEDED -> "Speaks another language";
            case WRONG_NUMBER -> "Wrong number";
            case NOT_IN_SERVICE -> "Number is not in service";
            case ASKED_TO_STOP -> "Asked not to be contacted";
            case SAFETY_CONCERN -> "Safety concern";
        };
    }

    static String of(ReportFault refusal) {
        return switch (refusal) {
            case TIME_MISSING -> "Say which time was named.";
            case TIME_PAST -> "The time is over already.";
            case TIME_TOO_FAR -> "The time is more than a year away.";
            case TIME_NOT_TAKEN -> "This outcome keeps no time: take it away, or choose another outcome.";
            case LANGUAGE_MISSING -> "Say which language they speak.";
            case LANGUAGE_NOT_TAKEN -> "This outcome keeps no language: take it away, or choose another outcome.";
        };
    }

    static String of(Assignment.How how) {
        return switch (how) {
            case RULE -> "by rule";
            case SAFETY -> "for safety, above all limits";
            case CLAIM -> "by claim";
            case ANSWER -> "for taking the call";
            case MERGE -> "with a merged lead";
        };
    }

    /** An outcome or a close reason by its name. */
    static String detail(String name) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .map(Labels::of)
                .orElseGet(() -> plain(name));
    }

    /** A name of the code such as {@code NO_ANSWER}, as words: "No answer". */
    static String plain(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A time of the week that somebody named, such as {@code weekday-morning}: "weekday mornings". */
    static String time(String name) {
        return name.replace('-', ' ') + "s";
    }

    /** Where somebody came from is kept under keys of the trade. */
    static String attribution(String key) {
        return switch (key) {
            case "utm_source" -> "source";
            case "utm_medium" -> "medium";
            case "utm_campaign" -> "campaign";
            case "utm_term" -> "search";
            case "utm_content" -> "advertisement";
            case "referrer" -> "page";
            case "landing_page" -> "landed on";
            default -> key;
        };
    }

    /** A language that is another than the house's own; only the exception is news. */
    static String exception(@Nullable Language asked) {
        return Optional.ofNullable(asked)
                .filter(language -> !language.primary().equals("en"))
                .map(Language::inEnglish)
                .orElse("");
    }

    /** A language by its English name; empty if none was asked for. */
    static String language(@Nullable String tag) {
        return Optional.ofNullable(tag)
                .flatMap(Language::parse)
                .map(Language::inEnglish)
                .orElse("");
    }
}
