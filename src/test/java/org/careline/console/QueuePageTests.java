package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.Lead;
import org.careline.lead.Touch;
import org.careline.lead.Waited;
import org.careline.lead.Waited.How;
import org.careline.support.MovableClock;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
class QueuePageTests {

    private static final Pattern ROW = Pattern.compile("data-lead=\"([0-9a-f]{24})\"");
    private static final Pattern MORE = Pattern.compile("id=\"load-more\" href=\"([^\"]+)\"");

    private final DoorFakes behind;
    private final Visitor ana;

    @Autowired
    QueuePageTests(DoorFakes behind, MovableClock clock, @LocalServerPort int port) {
        behind.forget();
        clock.reset();
        this.behind = behind;
        this.ana = Visitor.signedIn(port, "ana");
    }

    @Test
    void anEmptyQueueSaysSo() {
        assertThat(page("/console/queue")).contains("Nobody is waiting.");
        assertThat(page("/console/queue?view=mine")).contains("You have no open leads.");
        assertThat(page("/console/queue?view=unassigned")).contains("Every open lead has an owner.");
    }

    @Test
    void aRowSaysWhoWhatWhenAndWhose() {
        behind.put(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya <b>Ortiz</b>", -60), "ben"));

        assertThat(page("/console/queue"))
                .contains(
                        "Maya &lt;b&gt;Ortiz&lt;/b&gt;",
                        "+…23",
                        "since 08:59",
                        "09:04",
                        "4m left",
                        "Ben Carter",
                        "Spanish")
                .contains("datetime=\"2026-11-23T14:04:00.123Z\"")
                .doesNotContain("3055550123", "555-0123", "maya@example.org", "Nobody is waiting.");
    }

    @Test
    void aMessageIsHeardFirstAndWhoGaveUpSaysWhere() {
        Lead left = SomeLeads.of("call:CA1", "Maya Ortiz", 0);
        Lead gaveUp = SomeLeads.of("call:CA2", "Sam Field", 10);
        Lead wrote = SomeLeads.of("form:a", "Jun Abel", 20);
        behind.put(left, gaveUp, wrote);
        keep("call:CA1", left, new Fact(Kind.VOICEMAIL, "left", MovableClock.MONDAY_NINE, Map.of("duration", "42")));
        keep(
                "call:CA2",
                gaveUp,
                new Waited(How.ABANDONED, MovableClock.MONDAY_NINE, Duration.ofSeconds(34), 2, List.of()).fact(),
                new Fact(Kind.CALL_STATUS, "completed", MovableClock.MONDAY_NINE, Map.of()));

        assertThat(page("/console/queue"))
                .contains(
                        "<span class=\"came\">Voicemail, 0:42: listen first</span>",
                        "<span class=\"came\">Hung up while waiting in line, as number 2, after 34 s</span>")
                .containsOnlyOnce("listen first");
    }

    private void keep(String source, Lead lead, Fact... facts) {
        Touch touch = SomeLeads.touchOf(source, lead, null).learning(List.of(facts));
        behind.touches.put(touch.id(), touch);
    }

    @Test
    void rowsStandInTheStoredOrderAndViewsAreParts() {
        Lead late = SomeLeads.of("form:a", "Late", 60);
        Lead mine = SomeLeads.ownedBy(SomeLeads.of("form:b", "Mine", 30), "ana");
        Lead early = SomeLeads.of("form:c", "Early", -7_200);
        behind.put(late, mine, early);

        assertThat(rows(page("/console/queue"))).containsExactly(id(early), id(mine), id(late));
        assertThat(rows(page("/console/queue?view=mine"))).containsExactly(id(mine));
        assertThat(rows(page("/console/queue?view=unassigned"))).containsExactly(id(early), id(late));
        assertThat(page("/console/queue?view=unassigned")).contains("overdue 1h", "not yet decided");
    }

    @Test
    void aLongQueueComesPageByPage() {
        for (int number = 0; number < 120; number++) {
            behind.put(SomeLeads.of("form:" + number, "Person", number));
        }
        String first = page("/console/queue");
        String second = page(more(first));
        String third = page(more(second));

        assertThat(rows(first)).hasSize(50);
        assertThat(rows(second)).hasSize(50).doesNotContainAnyElementsOf(rows(first));
        assertThat(rows(third)).hasSize(20).doesNotContainAnyElementsOf(rows(second));
        assertThat(third).doesNotContain("load-more");
        assertThat(rows(page("/console/queue?rows=100"))).hasSize(100);
        assertThat(rows(page("/console/queue?rows=x&after=x&view=x"))).isEqualTo(rows(first));
    }

    @Test
    void whileTheStoreIsAwayThePageSaysWhatToDo() {
        behind.down = true;
        HttpResponse<String> answer = ana.get("/console/queue");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("The store does not answer", "tries again", "data-retry=\"5\"");
        behind.down = false;
        assertThat(ana.get("/console/queue").statusCode()).isEqualTo(200);
    }

    @Test
    void aClaimFromTheQueueOpensTheLead() {
        Lead lead = SomeLeads.of("form:a", "Maya Ortiz", 0);
        behind.put(lead);
        page("/console/queue");

        HttpResponse<String> claimed = ana.post("/console/leads/" + id(lead) + "/claim", Map.of());

        assertThat(ana.follow(claimed).body()).contains("data-lead=\"" + id(lead) + "\"", "You own this lead now.");
        assertThat(rows(page("/console/queue?view=mine"))).containsExactly(id(lead));
    }

    private String page(String path) {
        HttpResponse<String> answer = ana.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> rows(String page) {
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    private static String more(String page) {
        Matcher link = MORE.matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&").replace("|", "%7C");
    }

    private static String id(Lead lead) {
        return lead.id().value();
    }
}
