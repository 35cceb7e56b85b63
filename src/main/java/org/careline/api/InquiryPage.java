package org.careline.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of inquiries.
 *
 * @param next the cursor of the following page; null if this is the last one
 */
record InquiryPage(List<InquiryOut> items, @Nullable String next) {}
