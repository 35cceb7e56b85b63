package org.careline.telephony;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.careline.speech.WebhookReply;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The line between the phone network and the application, for one call, and the time that passes on it. */
final class PlayedLine {

    private static final int MOST_REQUESTS = 200;
    private static final DocumentBuilder PARSER = parser();

    final CallRecord record = new CallRecord();
    final Random random;
    private final MovableClock clock;
    private final Function<SignedTwilioRequest, WebhookReply> application;
    private final Duration patience;
    private int requests;

    /** The caller is gone: nothing that is answered matters any more. */
    static final class HungUp extends RuntimeException {}

    /** More was asked than any call needs. */
    static final class Endless extends RuntimeException {}

    PlayedLine(
            MovableClock clock,
            Random random,
            Function<SignedTwilioRequest, WebhookReply> application,
            Duration patience) {
        this.clock = clock;
        this.random = random;
        this.application = application;
        this.patience = patience;
    }

    /** The verbs of the answer. Now and then Twilio asks twice. */
    List<Element> ask(SignedTwilioRequest request) {
        if (++requests > MOST_REQUESTS) {
            throw new Endless();
        }
        WebhookReply reply = application.apply(request);
        if (random.nextInt(4) == 0) {
            record.asksTwice(reply.twiml().equals(application.apply(request).twiml()));
        }
        return read(reply);
    }

    /** The verbs of a document. */
    static List<Element> read(WebhookReply reply) {
        return verbs(document(reply.twiml()));
    }

    private static Element document(String twiml) {
        try {
            return PARSER.parse(new ByteArrayInputStream(twiml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (SAXException | IOException broken) {
            throw new AssertionError("No TwiML: " + twiml, broken);
        }
    }

    private static DocumentBuilder parser() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder();
        } catch (ParserConfigurationException never) {
            throw new AssertionError(never);
        }
    }

    static List<Element> verbs(Element parent) {
        List<Element> all = new ArrayList<>();
        IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .forEach(node -> all.add((Element) node));
        return all;
    }

    static Duration seconds(Element verb, String attribute) {
        return Duration.ofSeconds(Long.parseLong(verb.getAttribute(attribute)));
    }

    /** 10 to 20 characters a second, and a breath. */
    void speak(String text) {
        pass(Duration.ofMillis(text.length() * 1_000L / (10 + random.nextInt(11)) + random.nextInt(1_000)));
    }

    /** The caller waits, as long as they have the patience. */
    void pass(Duration time) {
        Duration left = patience.minus(record.waited);
        record.waited = record.waited.plus(time);
        if (left.compareTo(time) < 0) {
            clock.advance(left.isNegative() ? Duration.ZERO : left);
            throw new HungUp();
        }
        clock.advance(time);
    }

    /** Two talk; that is not waiting. */
    void talk(Duration longest) {
        Duration talk = Duration.ofSeconds(random.nextInt((int) longest.toSeconds()) + 1L);
        clock.advance(talk);
        record.talked = record.talked.plus(talk);
    }
}
