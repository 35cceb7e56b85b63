package org.careline.console;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.careline.contact.PhoneNumber;
import org.careline.rehearsal.LineView;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.PhoneNetwork;
import org.careline.rehearsal.Step;

/**
 * A line of the rehearsal network.
 *
 * @param who whose phone it is, in words
 * @param doing what it waits for, in words
 * @param keys whether keys and words are heard now or in a moment
 */
record CallView(
        String sid,
        String who,
        String doing,
        boolean over,
        boolean rings,
        boolean keys,
        boolean records,
        List<StepShown> steps) {

    /** The keys of a phone, row by row. */
    static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#");

    static CallView of(LineView line, Function<String, String> names) {
        return new CallView(
                line.sid(),
                who(line.phone(), names),
                words(line.doing()),
                line.doing() == Doing.IS_OVER,
                !line.inbound() && line.doing() == Doing.RINGS,
                line.doing() != Doing.IS_OVER && (line.inbound() || line.doing() != Doing.RINGS),
                line.doing() == Doing.RECORDS,
                line.steps().stream().map(step -> StepShown.of(step, names)).toList());
    }

    private static String who(String number, Function<String, String> names) {
        if (number.equals(PhoneNetwork.WITHHELD)) {
            return "A number that is withheld";
        }
        String name = names.apply(number);
        String shown =
                PhoneNumber.parse(number, "US").map(PhoneNumber::national).orElse(number);
        return name.isEmpty() ? shown : name + ", " + shown;
    }

    private static String words(Doing doing) {
        return switch (doing) {
            case STARTS -> "The call begins";
            case RINGS -> "It rings";
            case HEARS -> "Somebody speaks to it";
            case CHOOSES -> "A menu listens: press a key or say something";
            case WAITS_FOR_PHONES -> "Phones ring; the caller hears that they do";
            case QUEUES -> "The caller waits in line; between what is said and played, they hear nothing";
            case RECORDS -> "A message is recorded: speak, then stop it";
            case TALKS -> "Two people talk";
            case IS_OVER -> "The call is over";
        };
    }

    /** Nothing of a call reaches a log. */
    @Override
    public String toString() {
        return "CallView[" + sid + "]";
    }

    /**
     * One step.
     *
     * @param quote what was said; empty if nothing was
     * @param why which of our addresses made it happen; empty if none did
     */
    record StepShown(Step step, String title, String quote, String why) {

        private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

        static StepShown of(Step step, Function<String, String> names) {
            boolean said = step.kind() == Step.Kind.SAID || step.kind() == Step.Kind.SPOKE;
            return new StepShown(
                    step,
                    said ? Labels.plain(step.kind().name()) : title(step, names),
                    said ? step.text() : "",
                    step.address());
        }

        private static String title(Step step, Function<String, String> names) {
            String text = step.text();
            return switch (step.kind()) {
                case PLACED -> "Called " + who(text, names);
                case ASKED -> "Careline was asked, and answered " + text;
                case RINGS -> "Rings " + who(text, names);
                case ANSWERED -> "Picked up";
                case SAID, SPOKE -> text;
                case PLAYED -> "Played the sound " + file(text);
                case PAUSED -> "Silence, " + text;
                case MENU -> "A menu listens";
                case PRESSED -> "Pressed " + text;
                case QUEUED -> "Waits for a coordinator";
                case UNQUEUED -> "Waits no more: " + text;
                case BRIDGED -> "Talks with " + who(text, names);
                case PARTED -> "The talk is over";
                case RECORDING -> "A message is recorded after the tone";
                case RECORDED -> "The message is over, " + text;
                case TOLD -> "Careline was told: " + text;
                case NOT_UNDERSTOOD -> text;
                case ENDED -> "Over: " + text;
            };
        }

        /** The name of the file at an address. */
        private static String file(String address) {
            String path = address.replaceFirst("\\?.*", "");
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** The time by the clinic's clock. */
        public String when(ZoneId zone) {
            return WHEN.format(step.at().atZone(zone));
        }

        /** Whether it says how it was done rather than what happened. */
        public boolean technical() {
            return step.kind() == Step.Kind.ASKED || step.kind() == Step.Kind.TOLD;
        }

        /** Whether it is a fault of ours. */
        public boolean bad() {
            return step.kind() == Step.Kind.NOT_UNDERSTOOD;
        }

        @Override
        public String toString() {
            return "StepShown[" + step.kind() + "]";
        }
    }
}
