package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import org.careline.inbox.Receipts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Says what happens next. It knows a receipt by our mark and never asks the store. */
@Controller
class ReceiptController {

    private final Receipts receipts;
    private final ReceiptPages ours;
    private final Pages pages;

    ReceiptController(Receipts receipts, ReceiptPages ours, Pages pages) {
        this.receipts = receipts;
        this.ours = ours;
        this.pages = pages;
    }

    @GetMapping("/receipts/{receipt}")
    ModelAndView receipt(@PathVariable String receipt, HttpServletRequest request) {
        return receipts.ours(receipt)
                ? ours.show(request, receipt, receipts.tellsOfDanger(receipt))
                : pages.problem(request, HttpStatus.NOT_FOUND);
    }
}
