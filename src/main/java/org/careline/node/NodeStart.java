package org.careline.node;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes the data folder and makes the secrets before anything else of the application starts, and gives the folder free
 * after everything else has stopped.
 */
@Component
class NodeStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeStart.class);
    private static final Set<Secret> SHOWN = Set.of(Secret.API_TOKEN, Secret.CONSOLE_PASSWORD);
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE + 100;

    private final NodeSettings settings;
    private final DataFolder folder;
    private final ObjectProvider<SecretFiles> secrets;
    private volatile boolean running;

    NodeStart(NodeSettings settings, DataFolder folder, ObjectProvider<SecretFiles> secrets) {
        this.settings = settings;
        this.folder = folder;
        this.secrets = secrets;
    }

    @Override
    public void start() {
        secrets.ifAvailable(files -> refuseAccountWithoutToken());
        LOG.info("Node {} keeps its data in {}", folder.nodeId(), folder.path());
        secrets.ifAvailable(NodeStart::announce);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        folder.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_ALL_OTHERS;
    }

    private void refuseAccountWithoutToken() {
        if (settings.twilioAccount().isPresent()
                && settings.given(Secret.TWILIO_AUTH_TOKEN).isEmpty()) {
            throw new StartRefused(
                    "careline.twilio.account-sid names a Twilio account, but " + Secret.TWILIO_AUTH_TOKEN.setting()
                            + " is not set.",
                    "Set it to the account's auth token: with a token made here no call of that account could be"
                            + " checked. Or leave the account out to rehearse.");
        }
    }

    /** The only place where a secret is shown: what people need to get in, to whoever sees the very first start. */
    private static void announce(SecretFiles files) {
        for (Secret secret : Secret.values()) {
            String value = files.value(secret);
            if (!files.isKept(secret)) {
                continue;
            }
            LOG.info("Secret {} is in {}", secret.file(), files.file(secret));
            if (SHOWN.contains(secret) && files.isNew(secret)) {
                LOG.info("The {} of this first start, shown this once: {}", secret.file(), value);
            }
        }
    }
}
