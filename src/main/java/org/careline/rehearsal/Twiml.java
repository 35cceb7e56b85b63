package org.careline.rehearsal;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.careline.rehearsal.Interruption.NotUnderstood;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A document.
 *
 * @param address what relative addresses in it are relative to
 */
record Twiml(URI address, List<Verb> verbs) {

    /** Twilio, error 11750: no more than 64 kB. */
    private static final int LONGEST = 64 * 1024;

    /**
     * Reads a document strictly.
     *
     * @throws NotUnderstood if Twilio would refuse it
     */
    static Twiml read(URI address, String text, Grammar grammar) {
        if (text.length() > LONGEST) {
            throw new NotUnderstood("a document of more than 64 kB");
        }
        Verb root = verb(parsed(text));
        if (!root.name().equals("Response")) {
            throw new NotUnderstood("<" + root.name() + "> in the place of <Response>");
        }
        root.children().forEach(grammar::check);
        return new Twiml(address, root.children());
    }

    URI resolve(String address) {
        return address.isEmpty() ? this.address : this.address.resolve(address);
    }

    private static Element parsed(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            javax.xml.parsers.DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Thrown());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXException | IOException broken) {
            throw new NotUnderstood("a document that is no XML: " + broken.getMessage());
        } catch (ParserConfigurationException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Verb verb(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            Node attribute = element.getAttributes().item(at);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        List<Verb> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        NodeList nodes = element.getChildNodes();
        for (int at = 0; at < nodes.getLength(); at++) {
            if (nodes.item(at) instanceof Element child) {
                children.add(verb(child));
            } else if (nodes.item(at).getNodeType() != Node.COMMENT_NODE) {
                text.append(nodes.item(at).getNodeValue());
            }
        }
        return new Verb(element.getTagName(), attributes, text.toString().strip(), children);
    }

    /** The parser would print what it finds. */
    private static final class Thrown implements ErrorHandler {

        @Override
        public void warning(SAXParseException harmless) {}

        @Override
        public void error(SAXParseException wrong) throws SAXParseException {
            throw wrong;
        }

        @Override
        public void fatalError(SAXParseException wrong) throws SAXParseException {
            throw wrong;
        }
    }
}
