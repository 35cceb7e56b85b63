package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a local user without the password gets from the store: a greeting, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTests {

    private static final String PASSWORD = "correct-horse-battery-staple";

    private EmbeddedStore store;
    private MongoClient owner;
    private RawClient stranger;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedStore.open(folder, 0, Clock.systemUTC(), PASSWORD);
        owner = MongoClients.create(uri("careline", PASSWORD, "/careline"));
        owner.getDatabase("careline").getCollection("c").insertOne(new Document("_id", 1).append("name", "Maya"));
    }

    @BeforeEach
    void connect() throws IOException {
        stranger = new RawClient(store.port());
    }

    @AfterEach
    void hangUp() throws IOException {
        stranger.close();
    }

    @AfterAll
    void close() {
        assertThat(owner.getDatabase("careline").getCollection("c").countDocuments())
                .as("what strangers left of the collection")
                .isOne();
        owner.close();
        store.close();
    }

    private String uri(String user, String password, String rest) {
        return "mongodb://" + user + ":" + password + "@localhost:" + store.port() + rest;
    }

    static Stream<Document> commands() {
        Stream<Document> examples = GateTable.rows().stream()
                .filter(row -> row.subject().equals("command") || row.subject().equals("field"))
                .filter(row -> !row.example().isEmpty())
                .map(row -> Document.parse(row.example()));
        Stream<Document> byName = GateTable.rows().stream()
                .filter(row -> row.subject().equals("command"))
                .flatMap(row -> row.names().stream())
                .map(name -> new Document(name, "c"));
        return Stream.concat(examples, byName)
                .filter(command -> !List.of("hello", "isMaster", "saslStart", "saslContinue")
                        .contains(command.keySet().iterator().next()));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("commands")
    void aCommandBeforeTheLoginIsRefused(Document command) throws IOException {
        command.append("$db", "careline");

        for (Document answer : List.of(stranger.ask(command), stranger.query("careline", command))) {
            assertThat(answer.getInteger("code")).isEqualTo(13);
            assertThat(answer.getString("codeName")).isEqualTo("Unauthorized");
            assertThat(answer).doesNotContainKey("cursor");
        }
    }

    @Test
    void aGreetingTellsNothingButHowToLogIn() throws IOException {
        Document greeting =
                stranger.ask(new Document("hello", 1).append("$db", "admin").append("saslSupportedMechs", "admin.x"));

        assertThat(greeting.getList("saslSupportedMechs", String.class)).containsExactly(Login.MECHANISM);
        assertThat(greeting.toString()).doesNotContain("Maya", "careline");
    }

    @Test
    void aCommandThatWantsNoAnswerIsNotCarriedOut() throws IOException {
        Document drop = new Document("dropDatabase", 1).append("$db", "careline");

        assertThatThrownBy(() -> stranger.message(2, drop)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 2001, 2002, 2005, 2006, 2007, 2010, 2011, 2012, 4711})
    void anOperationOfAnotherTimeEndsTheConnection(int operation) throws IOException {
        stranger.send(operation, new byte[64]);

        assertThat(stranger.isCutOff()).isTrue();
    }

    @Test
    void aLongMessageBeforeTheLoginIsNotRead() throws IOException {
        Document insert = new Document("insert", "c")
                .append("$db", "careline")
                .append("documents", List.of(new Document("_id", "x".repeat(20_000))));

        assertThatThrownBy(() -> stranger.ask(insert)).isInstanceOfAny(IOException.class, SocketException.class);
    }

    @Test
    void aMessageThatIsNoneEndsTheConnection() throws IOException {
        byte[] nonsense = new byte[100];
        Arrays.fill(nonsense, (byte) 0x7f);
        stranger.send(2013, nonsense);

        assertThat(stranger.isCutOff()).isTrue();
    }

    @Test
    void aBinaryThatClaimsTwoGigabytesTakesNoMemory() throws IOException {
        byte[] greeting = RawClient.bson(new Document("hello", 1).append("b", new Binary(new byte[8])));
        int length = new String(greeting, StandardCharsets.ISO_8859_1).indexOf("\5b\0") + 3;
        System.arraycopy(RawClient.ints(Integer.MAX_VALUE - 8), 0, greeting, length, Integer.BYTES);
        byte[] body = new byte[Integer.BYTES + 1 + greeting.length];
        System.arraycopy(greeting, 0, body, Integer.BYTES + 1, greeting.length);
        stranger.send(2013, body);

        assertThat(stranger.isCutOff()).isTrue();
    }

    @Test
    void aCursorOfTheOwnerIsNoUseToAStranger() throws IOException {
        Document open = owner.getDatabase("careline").runCommand(new Document("find", "c").append("batchSize", 0));
        long cursor = open.get("cursor", Document.class).getLong("id");

        Document answer = stranger.ask(
                new Document("getMore", cursor).append("collection", "c").append("$db", "careline"));

        assertThat(answer.getInteger("code")).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/careline", "/?authSource=admin", "/careline?authMechanism=SCRAM-SHA-256"})
    void theOwnerComesInWhateverTheSourceOfTheUser(String rest) {
        try (MongoClient client = MongoClients.create(uri("careline", PASSWORD, rest))) {
            assertThat(client.getDatabase("careline").getCollection("c").find().first())
                    .containsEntry("name", "Maya");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"careline:wrong", "nobody:" + PASSWORD, "Careline:" + PASSWORD, "admin:"})
    void aWrongPasswordAndAnUnknownUserAreRefusedAlike(String login) {
        String[] both = login.split(":", -1);
        String rest = "/careline?serverSelectionTimeoutMS=3000&authMechanism=SCRAM-SHA-256";
        try (MongoClient client = MongoClients.create(uri(both[0], both[1], rest))) {
            assertThatThrownBy(() -> client.getDatabase("careline")
                            .getCollection("c")
                            .find()
                            .first())
                    .isInstanceOf(MongoSecurityException.class)
                    .rootCause()
                    .isInstanceOfSatisfying(MongoCommandException.class, refusal -> {
                        assertThat(refusal.getErrorCode()).isEqualTo(18);
                        assertThat(refusal.getErrorMessage()).isEqualTo("Authentication failed.");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MONGODB-X509", "PLAIN", "SCRAM-SHA-1", "GSSAPI", ""})
    void anotherMechanismIsRefused(String mechanism) throws IOException {
        Document answer = stranger.ask(new Document("saslStart", 1)
                .append("mechanism", mechanism)
                .append("payload", new Binary("n,,n=careline,r=abc".getBytes(StandardCharsets.UTF_8)))
                .append("$db", "careline"));

        assertThat(answer.getInteger("code")).isEqualTo(18);
    }

    @Test
    void halfALoginIsNone() throws IOException {
        Document first = stranger.ask(new Document("saslStart", 1)
                .append("mechanism", "SCRAM-SHA-256")
                .append("payload", new Binary("n,,n=careline,r=abc".getBytes(StandardCharsets.UTF_8)))
                .append("$db", "careline"));
        Document empty = new Document("saslContinue", 1)
                .append("conversationId", 1)
                .append("payload", new Binary(new byte[0]))
                .append("$db", "careline");

        assertThat(first.getBoolean("done")).isFalse();
        assertThat(stranger.ask(empty).getInteger("code")).isEqualTo(18);
        assertThat(stranger.ask(empty).getInteger("code")).isEqualTo(18);
        assertThat(stranger.ask(new Document("find", "c").append("$db", "careline"))
                        .getInteger("code"))
                .isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "pässword"})
    void aPasswordThatDriversWouldReadDifferentlyIsNoPassword(String password) {
        assertThatThrownBy(() -> StoreAccess.by(password)).isInstanceOf(IllegalArgumentException.class);
    }
}
