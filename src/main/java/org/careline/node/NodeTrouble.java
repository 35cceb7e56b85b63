package org.careline.node;

/**
 * Something went wrong with a node itself and needs its operator; an application event, so that whoever reaches people may
 * listen.
 *
 * @param what kebab-case, from a closed list: {@code store-reopened}
 * @param node where
 */
public record NodeTrouble(String what, NodeId node) {}
