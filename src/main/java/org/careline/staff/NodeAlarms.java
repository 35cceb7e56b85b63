package org.careline.staff;

import org.careline.node.NodeTrouble;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes alarms of what goes wrong with a node itself. */
@Component
class NodeAlarms {

    private final Alarms alarms;

    NodeAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    @EventListener
    void raise(NodeTrouble trouble) {
        alarms.raise(Alarms.Kind.NODE_TROUBLE, trouble.what() + " at " + trouble.node());
    }
}
