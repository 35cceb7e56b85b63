package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With an account there is no phone network, and nothing of a rehearsal. */
@Doors
class NoRehearsalTests {

    @Test
    void thereIsNoPageAndNoWordOfIt(@LocalServerPort int port) {
        Visitor ana = Visitor.signedIn(port, "ana");

        assertThat(ana.get("/console/queue").body()).doesNotContain("Rehearsal", "/console/rehearsal");
        assertThat(ana.get("/console/rehearsal").statusCode()).isEqualTo(404);
        assertThat(ana.get("/console/rehearsal/version").statusCode()).isEqualTo(404);
        assertThat(ana.post("/console/rehearsal/calls", Map.of("to", "+18445550100"))
                        .statusCode())
                .isEqualTo(404);
    }
}
