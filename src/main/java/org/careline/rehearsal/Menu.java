package org.careline.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Player.Next;
import org.careline.rehearsal.Step.Kind;

/** A menu that listens for keys or words, already while it speaks. */
final class Menu {

    private static final int PATIENCE = 5;

    private final Line line;
    private final Player player;

    Menu(Line line, Player player) {
        this.line = line;
        this.player = player;
    }

    Next gather(Twiml document, Verb gather) {
        Listening listening = new Listening(
                gather.text("input", "dtmf"), gather.number("numDigits", 0), gather.text("finishOnKey", "#"));
        line.input.open();
        line.listening = true;
        line.step(Kind.MENU, listening.text() + ", " + gather.text("action", ""));
        try {
            listen(gather, listening);
        } finally {
            line.listening = false;
        }
        Form heard = listening.form(line.input, line.now());
        if (heard.fields().isEmpty() && !gather.is("actionOnEmptyResult")) {
            return Player.GO_ON;
        }
        Form told = heard.fields().isEmpty() && listening.keys() ? heard.with("Digits", "") : heard;
        return player.ask(document.resolve(gather.text("action", "")), gather, told);
    }

    private void listen(Verb gather, Listening listening) {
        for (Verb spoken : gather.children()) {
            if (!listening.heard(line.input, line.now())) {
                Next unused = player.spoken(spoken, () -> listening.heard(line.input, line.now()));
            }
        }
        Duration patience = gather.seconds("timeout", PATIENCE);
        boolean more = true;
        while (more && !listening.complete(line.input, line.now())) {
            int before = line.input.keys().length();
            boolean spoke = line.input.speaks(line.now());
            line.pass(
                    Doing.CHOOSES,
                    patience,
                    () -> listening.complete(line.input, line.now())
                            || line.input.keys().length() > before
                            || line.input.speaks(line.now()) != spoke);
            more = line.input.keys().length() > before || line.input.speaks(line.now()) || spoke;
        }
    }

    /** @param most how many keys end it; 0 for any number */
    private record Listening(String input, int most, String finish) {

        boolean keys() {
            return input.contains("dtmf");
        }

        boolean words() {
            return input.contains("speech");
        }

        String text() {
            return input + (most == 0 ? "" : ", " + most + " digits");
        }

        boolean heard(HeardInput input, Instant now) {
            return (keys() && input.pressed()) || (words() && input.words(now).isPresent());
        }

        boolean complete(HeardInput input, Instant now) {
            return (keys() && done(input.keys()))
                    || (words() && !input.pressed() && input.words(now).isPresent());
        }

        private boolean done(String pressed) {
            return (most > 0 && pressed.length() >= most) || (!finish.isEmpty() && at(pressed) >= 0);
        }

        private int at(String pressed) {
            return finish.isEmpty() ? -1 : pressed.indexOf(finish);
        }

        Form form(HeardInput input, Instant now) {
            String pressed = keys() ? input.keys() : "";
            String digits = at(pressed) < 0 ? pressed : pressed.substring(0, at(pressed));
            if (!digits.isEmpty()) {
                return Form.EMPTY.with(
                        "Digits", most > 0 && digits.length() > most ? digits.substring(0, most) : digits);
            }
            Optional<String> said = words() ? input.words(now) : Optional.empty();
            return said.map(words -> Form.EMPTY.with("SpeechResult", words).with("Confidence", "0.9"))
                    .orElse(Form.EMPTY);
        }
    }
}
