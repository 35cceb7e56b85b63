package org.careline.api;

import java.util.Optional;
import java.util.List;

/**
 * One page of inquiries.
 *
 * @param next the cursor of the following page; empty if this is the last one
 */
record InquiryPage(List<InquiryOut> items, Optional<String> next) {}
