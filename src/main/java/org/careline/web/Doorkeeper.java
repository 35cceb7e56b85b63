package org.careline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.careline.web.Door.NotTaken;

/** All doors, and what is said where there is none. */
final class Doorkeeper {

    private static final Door NONE = new Door() {

        @Override
        public boolean opens(HttpServletRequest request) {
            return true;
        }

        @Override
        public boolean wantsBody(HttpServletRequest request) {
            return false;
        }

        @Override
        public void refuse(HttpServletRequest request, HttpServletResponse response, NotTaken why) {
            response.setStatus(why.status());
            response.setContentLength(0);
        }
    };

    private final List<Door> doors;

    Doorkeeper(List<Door> doors) {
        this.doors = List.copyOf(doors);
    }

    boolean wantsBody(HttpServletRequest request) {
        return door(request).wantsBody(request);
    }

    /** Refuses and lets the connection end. */
    void refuse(HttpServletRequest request, HttpServletResponse response, NotTaken why) throws IOException {
        response.setHeader("Connection", "close");
        if (why == NotTaken.BUSY) {
            response.setHeader("Retry-After", NotTaken.RETRY_AFTER_SECONDS);
        }
        door(request).refuse(request, response, why);
    }

    private Door door(HttpServletRequest request) {
        return doors.stream().filter(door -> door.opens(request)).findFirst().orElse(NONE);
    }
}
