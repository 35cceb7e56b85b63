package org.careline.api;

import java.util.List;
import java.util.Optional;

/**
 * One page of inquiries.
 *
 * @param next the cursor of the following page; empty if this is the last one
 */
record InquiryPage(List<InquiryOut> items, Optional<String> next) {}
