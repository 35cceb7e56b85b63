package org.careline.inbox;

/** Inquiries were written at this node that are to be decided. */
public record InquiriesWaiting() {}
