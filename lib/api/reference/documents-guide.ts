import type { RouteGuide } from "./route-guide";

const BUYER = { type: "buyer", id: 7, name: "Brightside Solar" } as const;
const SOURCE = { type: "traffic_source", id: 9, name: "Sunrise Media" } as const;
const READS =
  "It takes the permission `billing: read`, for buyers with `call.revenue: read` and for traffic sources with `call.payout: read`.";
const WRITES =
  "Payments and refunds take the permission `billing: update`; adjustments, write-offs and opening balances take `adjustments: update`.";
const RECORDS =
  "It posts at once. A day in a closed month is booked on the first day of the oldest open one. Payments, refunds and write-offs settle open statements, the one due first, first, unless `allocations` says otherwise; what is left over is unapplied, and settles the next statement as it is issued. What was refunded settles nothing, and a refund is at most what was paid, was not given back and settles no statement: allocate less of the payment first where it settles one. An adjustment that corrects the tax of a statement says `against: tax`, so that the account of tax holds what is due to the authorities. A party has one opening balance at a time. Send a `request_id` of your own: the same request again is answered 200 with the document that it made. Another request for what stands already, by party, kind, amount, day and reference, is refused with 409 and the `document` that stands, also if both come at once: give it a reference of its own, or say `allow_duplicate`.";

const documentOf = (party: typeof BUYER | typeof SOURCE) => ({
  number: 1,
  party,
  kind: "payment",
  direction: "decrease",
  against: "cash_clearing",
  amount: "100.00",
  currency: "USD",
  dated: "2026-11-23",
  booked_on: "2026-11-23",
  reference: "Wire 4711",
  reason: null,
  statement: null,
  settles: true,
  allocations: [{ statement: 12, due_on: "2026-11-30", amount: "100.00" }],
  allocations_version: 1,
  unapplied: "0.00",
  created_at: "2026-11-23T10:43:00.000Z",
  by: { type: "member", name: "Ana Ruiz" },
  reversal: null,
});
const DOCUMENT = documentOf(BUYER);
const listOf = (party: typeof BUYER | typeof SOURCE) => ({
  status: 200,
  documents: [documentOf(party)],
  standing: {
    balance: "150.00",
    unapplied: "0.00",
    not_on_statement: "0.00",
    open_statements: [
      {
        number: 12,
        cycle_start: "2026-10-01",
        cycle_end: "2026-10-31",
        due_on: "2026-11-30",
        billed: "250.00",
        open: "150.00",
        days_overdue: 0,
      },
    ],
  },
  metadata: { next_cursor: null },
});
const AGED = {
  not_due: "150.00",
  days_1_30: "0.00",
  days_31_60: "0.00",
  days_61_90: "0.00",
  over_90: "0.00",
  unapplied: "0.00",
  not_on_statement: "25.00",
  balance: "175.00",
  overdue: "0.00",
};
const AGEING = {
  status: 200,
  currency: "USD",
  as_of: "2026-11-23",
  buyers: [{ buyer: { id: BUYER.id, name: BUYER.name }, ...AGED }],
  totals: AGED,
};

/** What the reference tells of payments and the like, of ageing, and of what is payable. */
export const DOCUMENTS_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "GET /buyers/{id}/documents": { section: "Billing", about: [READS], send: "per_page=20", answer: listOf(BUYER) },
  "POST /buyers/{id}/documents": {
    section: "Billing",
    about: [RECORDS, WRITES],
    send: { kind: "payment", amount: "100.00", reference: "Wire 4711" },
    answer: { status: 201, document: DOCUMENT },
  },
  "GET /traffic-sources/{id}/documents": {
    section: "Billing",
    about: [READS],
    send: "kind=payment",
    answer: listOf(SOURCE),
  },
  "POST /traffic-sources/{id}/documents": {
    section: "Billing",
    about: [RECORDS, WRITES],
    send: { kind: "adjustment", amount: "5.00", direction: "increase", reason: "Bonus for November." },
    answer: {
      status: 201,
      document: {
        ...documentOf(SOURCE),
        kind: "adjustment",
        direction: "increase",
        against: "adjustments",
        amount: "5.00",
        reference: null,
        reason: "Bonus for November.",
        settles: false,
        allocations: [],
        allocations_version: 0,
      },
    },
  },
  "GET /documents/{number}": { section: "Billing", about: [READS], answer: { status: 200, document: DOCUMENT } },
  "POST /documents/{number}/allocations": {
    section: "Billing",
    about: [
      "The list is all of it, as it shall be: a statement that is not in it is open again. Amounts have the sign of what the statement has open, and come to no more than the document. To repeat the request changes nothing.",
      WRITES,
    ],
    send: { allocations: [] },
    answer: { status: 200, document: { ...DOCUMENT, allocations: [], allocations_version: 2, unapplied: "100.00" } },
  },
  "POST /documents/{number}/reverse": {
    section: "Billing",
    about: [
      "For a payment that bounced, or what was recorded by mistake. It posts the reverse, once, and what it had settled is open again. It takes the permission that recording it takes.",
    ],
    send: { reason: "The bank returned it." },
    answer: {
      status: 200,
      document: {
        ...DOCUMENT,
        allocations: [],
        allocations_version: 2,
        reversal: {
          dated: "2026-11-24",
          booked_on: "2026-11-24",
          reason: "The bank returned it.",
          created_at: "2026-11-24T08:00:00.000Z",
          by: { type: "member", name: "Ana Ruiz" },
        },
      },
    },
  },
  "GET /billing/ageing": {
    section: "Billing",
    about: [
      "By due date in the company's zone: due today is not overdue. Unapplied payments and what is on no statement yet stand apart; everything together is the balance. It takes the permissions `billing: read` and `call.revenue: read`.",
    ],
    answer: AGEING,
  },
  "GET /billing/ageing.csv": {
    section: "Billing",
    about: ["The same as a file, a line a buyer."],
    answer:
      "buyer_id,buyer,not_due,days_1_30,days_31_60,days_61_90,over_90,unapplied,not_on_statement,balance,overdue,currency\r\n" +
      "7,Brightside Solar,150.00,0.00,0.00,0.00,0.00,0.00,25.00,175.00,0.00,USD\r\n",
  },
  "GET /traffic-sources/{id}/payable": {
    section: "Billing",
    about: [
      "Earned is not payable: a payout is held for as many days as the source's terms say, counted from the day it is booked on, and less than their minimum is not paid. It takes the permissions `billing: read` and `call.payout: read`.",
    ],
    answer: {
      status: 200,
      payable: {
        currency: "USD",
        earned: "900.00",
        held: "200.00",
        paid: "500.00",
        released: "200.00",
        payable: "200.00",
        why: null,
        hold_days: 14,
        minimum_payment: "50.00",
      },
    },
  },
};
