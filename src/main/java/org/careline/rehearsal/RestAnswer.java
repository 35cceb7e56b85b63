package org.careline.rehearsal;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An answer of the REST API. */
final class RestAnswer {

    final int status;
    final String type;
    final byte[] body;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MORE = "https://www.twilio.com/docs/errors/";

    RestAnswer(int status, String type, byte[] body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    static RestAnswer json(int status, ObjectNode body) {
        return new RestAnswer(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Twilio's form of an error. */
    static RestAnswer error(int status, int code, String message) {
        ObjectNode error = object();
        error.put("code", code).put("status", status);
        error.put("message", message).put("more_info", MORE + code);
        return json(status, error);
    }

    static RestAnswer notFound() {
        return error(404, 20404, "The requested resource was not found");
    }

    static RestAnswer notAllowed() {
        return error(405, 20004, "Method not allowed");
    }

    static RestAnswer unavailable() {
        return error(503, 20503, "Service is unavailable. Please try again");
    }

    static RestAnswer gone() {
        return new RestAnswer(204, "application/json", new byte[0]);
    }

    @Override
    public String toString() {
        return "RestAnswer[" + status + "]";
    }
}
