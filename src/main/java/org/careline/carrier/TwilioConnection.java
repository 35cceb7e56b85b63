package org.careline.carrier;

import com.twilio.http.HttpMethod;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK's client with its blind repeats taken away. Left alone it sends a POST three times when Twilio answers 5xx, the
 * HTTP client below it repeats a 429 and a 503 once more, and a second POST is a second call.
 */
final class TwilioConnection extends NetworkHttpClient {

    /** The only time-out of the SDK's that counts: it overwrites those of a request. */
    private static final Timeout PATIENCE = Timeout.ofSeconds(5);

    private static final int[] NO_CODES = {};

    private TwilioConnection(HttpClientBuilder client) {
        super(client);
    }

    /**
     * A client of this account.
     *
     * @param token the account's auth token; not used where an API key is set
     */
    static TwilioRestClient open(CarrierSettings settings, String token) {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager();
        connections.setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(PATIENCE).build());
        HttpClientBuilder client =
                HttpClientBuilder.create().setConnectionManager(connections).disableAutomaticRetries();
        if (!settings.apiBaseUrl().isBlank()) {
            URI there = settings.standIn();
            HttpHost host = new HttpHost(there.getScheme(), there.getHost(), there.getPort());
            client.setRoutePlanner((target, context) -> new HttpRoute(host));
        }
        TwilioRestClient.Builder builder = settings.byKey()
                ? new TwilioRestClient.Builder(
                                settings.apiKey().strip(), settings.apiSecret().strip())
                        .accountSid(settings.account())
                : new TwilioRestClient.Builder(settings.account(), token);
        return builder.httpClient(new TwilioConnection(client)).build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return request.getMethod() == HttpMethod.GET
                ? super.reliableRequest(request)
                : super.reliableRequest(request, NO_CODES, 1, 0);
    }
}
