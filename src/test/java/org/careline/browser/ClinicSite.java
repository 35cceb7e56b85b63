package org.careline.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Somebody's own site, with one page that carries one script tag. */
final class ClinicSite implements AutoCloseable {

    private final HttpServer server;
    private volatile String page = "";

    ClinicSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The page from now on shows the form of this application. */
    String embedding(String application) {
        page = """
                <!DOCTYPE html><html lang="en"><head><title>Harbor Light Clinic</title><link rel="icon" href="data:,"></head>
                <body><h1>Contact</h1><script async src="%s/embed/v1.js" data-form="forms/consultation"></script></body></html>
                """.formatted(application);
        return origin() + "/contact";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
