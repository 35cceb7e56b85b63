package org.careline.promises;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page that says what is promised, what holds it, and what nobody has tried.
 *
 * @param tests all that are marked
 * @param runs the last runs with faults
 */
record PromisesPage(List<MarkedTest> tests, List<KeptRun> runs) {

    private static final String HEAD = """
            # What is promised, and what holds it

            Written from the marks at the tests (`@Holds`) by `PromisesPageTests`; to write it again:

                mvn -q test -Dtest=PromisesPageTests -Dcareline.docs.write=true -Djacoco.skip=true

            That also takes in the figures of the last `.ci/run` in this folder.

            A test marked *long* runs in `.ci/run` and by `mvn verify -Dcareline.tests.excluded=none`; one marked *browser*
            is skipped, with a word, where no Chromium is found; all others run in every `mvn verify`.
            """;

    private static final String NOT_RUN = """

            ## What was not run

            - **A real MongoDB.** All of the above ran on the embedded store. The store contract (`org.careline.store.contract`)
              also runs on the server that `CARELINE_TEST_MONGODB_URI` names: on FerretDB 1.24.2 with SQLite, an independent
              server, without what many writers do at once, for its updates are not atomic (the contract says so when it is
              asked). It was not run on a MongoDB. What is sent is held against the Stable API, the declared indexes and the
              rules of a sharded cluster. Nothing is known about a replica set that loses a node.
            - **Twilio.** No call came from it and no request went to it. Webhooks are signed as its documentation says, and
              its own SDK's validator agrees. What Twilio does beyond its documentation has not been met.
            - **The containers** of `docker-compose.yml`: never built, never started.
            - **A power cut.** Processes were killed; the machine was not. The journal's and the store's files were cut and
              damaged in tests instead.
            - **Two machines.** Several nodes ran as processes of one machine, with one clock.
            - **Browsers** other than Chromium, and a person with a screen reader.
            """;

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Promise promise : Promise.values()) {
            page.append("\n## %s %s\n\n".formatted(promise, promise.title()));
            page.append("> **%s**%s\n".formatted(promise.title(), promise.words()));
            if (!promise.missing().isEmpty()) {
                page.append("\n**Not held yet.** %s\n".formatted(promise.missing()));
            }
            page.append('\n').append(heldBy(promise));
        }
        return page.append(table()).append(NOT_RUN).toString();
    }

    private String heldBy(Promise promise) {
        Map<String, List<MarkedTest>> byClass = tests.stream()
                .filter(test -> test.promises().contains(promise))
                .collect(Collectors.groupingBy(
                        test -> test.in().getName(), TreeMap::new, Collectors.toUnmodifiableList()));
        return byClass.values().stream().map(PromisesPage::entry).collect(Collectors.joining());
    }

    private static String entry(List<MarkedTest> ofOneClass) {
        Class<?> in = ofOneClass.get(0).in();
        return "- [%s](../test/java/%s.java): %s%n"
                .formatted(
                        in.getSimpleName(),
                        in.getName().replace('.', '/'),
                        ofOneClass.stream().map(PromisesPage::said).collect(Collectors.joining("; ")));
    }

    private static String said(MarkedTest test) {
        String what = test.name().isEmpty() ? "all of it" : test.sentence();
        return what
                + test.tags().stream().sorted().map(tag -> " (*" + tag + "*)").collect(Collectors.joining());
    }

    private String table() {
        return """

                ## The last runs with faults

                Real processes on one machine, killed, stopped and frozen from outside; the simulation plays two or three
                nodes over the real decisions. How each was measured is in the tests above.

                | run | day | rounds | acknowledged | found | lost | doubled | slowest answer |
                |---|---|--:|--:|--:|--:|--:|--:|
                """ + runs.stream().map(PromisesPage::row).collect(Collectors.joining());
    }

    private static String row(KeptRun run) {
        String counts = run.acknowledged() == 0
                ? "| – | – | – | – | – |"
                : "| %,d | %,d | %,d | %,d | %,d ms |"
                        .formatted(run.acknowledged(), run.found(), run.lost(), run.doubled(), run.slowestMillis());
        return String.format(Locale.ROOT, "| %s | %s | %,d %s%n", run.scenario(), run.date(), run.rounds(), counts);
    }
}
