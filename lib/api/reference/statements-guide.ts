import type { RouteGuide } from "./route-guide";

const DETAILS = {
  legal_name: "Brightside LLC",
  address: ["12 Elm Street", "Denver, CO 80202"],
  tax_id: "84-5550142",
  email: "books@brightside.test",
};
const PROFILE = {
  ...DETAILS,
  cycle: "monthly",
  net_days: 30,
  tax_lines: [{ name: "Sales tax", percent: "8.25" }],
  credit: { kind: "none" },
  hold_days: 0,
  minimum_payment: "0.00",
};
const OF_BUYER = {
  status: 200,
  party: { type: "buyer", id: 7, name: "Brightside Solar" },
  currency: "USD",
  version: 1,
  profile: PROFILE,
  history: [
    {
      version: 1,
      created_at: "2026-10-01T09:00:00.000Z",
      actor: { type: "member", name: "Ana Ruiz" },
      profile: PROFILE,
    },
  ],
};
const SOURCE_PROFILE = { ...PROFILE, tax_lines: [], hold_days: 14, minimum_payment: "50.00" };
const OF_SOURCE = {
  ...OF_BUYER,
  party: { type: "traffic_source", id: 9, name: "Sunrise Media" },
  profile: SOURCE_PROFILE,
  history: [{ ...OF_BUYER.history[0], profile: SOURCE_PROFILE }],
};
const SUMMARY = {
  number: "INV-000123",
  party: OF_BUYER.party,
  cycle_start: "2026-10-01",
  cycle_end: "2026-10-31",
  currency: "USD",
  entries: 126,
  issued_at: "2026-11-02T09:00:00.000Z",
  due_on: "2026-12-02",
  state: "due",
  opening: "0.00",
  closing: "1353.13",
  billed: "1353.13",
  allocated: "0.00",
};
const OFFER = { id: 3, name: "Solar quotes" };
const LINE = {
  entry_id: "call-1042-1-charge",
  day: "2026-10-20",
  service_day: "2026-10-20",
  kind: "charge",
  amount: "10.00",
  call: { id: 1042, uuid: "0b8e4f3a-5d0c-4f41-9a51-2f6d1c7e9b10" },
  caller: "…0142",
  offer: OFFER,
  document: null,
  apart: null,
};
const FILES = "The same bytes for ever, whatever is renamed, erased or taken back afterwards.";
const TERMS =
  "What is absent stays as it is in force. It makes a new version: statements that were issued keep their terms. A new cycle begins on the day after the last statement's ends. It takes the permission `billing: update`.";

/** Routes by which parties are invoiced and paid. */
export const STATEMENTS_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "GET /statements": {
    section: "Billing",
    about: [
      "Invoices of buyers and payout statements of traffic sources, numbered in one sequence without gaps. Amounts take `call.revenue: read` or `call.payout: read` beside `billing: read`, and are absent without.",
      "Filters narrow each other: the party by number or by name, the type, the state, and the month that the cycle ends in.",
    ],
    send: "state=overdue&type=buyer&month=2026-10&per_page=20",
    answer: { status: 200, statements: [{ ...SUMMARY, state: "overdue" }], metadata: { next_cursor: null } },
  },
  "GET /statements/{number}": {
    section: "Billing",
    about: [
      "By `INV-000123` or `123`. Details, terms, taxes and names are those of the day it was issued. Opening balance and lines and taxes are the closing balance; a negative one carries forward. Tax is at the rates in force when it was issued; what takes back an entry of an earlier statement is taxed as that statement was, in lines of their own where that was otherwise (`takes_back`). `to_pay` is for its due date; what is `carried` over is due as the statements before say.",
      "How it stands now is beside that, and changes with every payment: `state`, `allocated`, what is still `open`, and the documents that settle it.",
    ],
    answer: {
      status: 200,
      statement: {
        ...SUMMARY,
        allocated: "500.00",
        previous: null,
        issuer: { ...DETAILS, legal_name: "Acme Home Services" },
        recipient: DETAILS,
        carried: "0.00",
        to_pay: "1353.13",
        cycle: "monthly",
        net_days: 30,
        lines: [{ kind: "charge", offer: OFFER, entries: 125, amount: "1250.00" }],
        taxes: [{ name: "Sales tax", percent: "8.25", net: "1250.00", amount: "103.13", takes_back: null }],
        late_lines: 0,
        digest: "5b1f0c8e8f8e4a5f6d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6",
        rollup_id: 14,
        open: "853.13",
        allocations: [{ document: 31, kind: "payment", dated: "2026-11-23", reference: "Wire 4711", amount: "500.00" }],
      },
    },
  },
  "GET /statements/{number}/lines": {
    section: "Billing",
    about: [
      "Every entry is on one statement: that of its cycle, or the next one to be issued where it comes late. Lines of closed months and of days that an earlier statement covers say why they are here and what they correct. They are as many as the statement's `entries`, and add up to its closing less its opening balance: what it bills, and payments, refunds and write-offs.",
    ],
    send: "part=all&per_page=100",
    answer: { status: 200, lines: [LINE], metadata: { next_cursor: null } },
  },
  "GET /statements/{number}/csv": {
    section: "Billing",
    about: [
      "All its lines and taxes, whose amounts add up to the closing less the opening balance. Those two stand in a column of their own, `balance`.",
      FILES,
    ],
  },
  "GET /statements/{number}/pdf": {
    section: "Billing",
    about: ["Above 5,000 lines it shows the days instead, and the CSV has every line.", FILES],
  },
  "POST /statements/issue": {
    section: "Billing",
    about: [
      "Every cycle that has ended in the company's zone, in order, of all parties or of one. A cycle without lines gets a statement only while a balance is open; else its days are joined to the next one's. A month need not be closed for it: what comes later is on the next statement.",
      "What is pending is posted first. With `preview`, nothing is issued or posted, and it tells of what is posted so far. Who issues a second time at once finds nothing left. It takes the permission `billing: update`.",
    ],
    send: { preview: true, through: "2026-10-31" },
    answer: {
      status: 200,
      issued: false,
      count: 1,
      invoices: { count: 1, billed: "1353.13" },
      payout_statements: { count: 0, billed: "0.00" },
      due: [
        {
          party: SUMMARY.party,
          cycle_start: "2026-10-01",
          cycle_end: "2026-10-31",
          currency: "USD",
          entries: 126,
          ended: true,
          period_open: true,
          opening: "0.00",
          closing: "1353.13",
          billed: "1353.13",
          lines: [{ kind: "charge", offer: OFFER, entries: 125, amount: "1250.00" }],
          taxes: [{ name: "Sales tax", percent: "8.25", net: "1250.00", amount: "103.13", takes_back: null }],
        },
      ],
    },
  },
  "GET /buyers/{id}/billing-profile": {
    section: "Billing",
    about: ["Version 0 is what holds until somebody says otherwise: monthly, 30 days net, no tax."],
    answer: OF_BUYER,
  },
  "PUT /buyers/{id}/billing-profile": {
    section: "Billing",
    about: [TERMS],
    send: { version: 2, profile: { legal_name: "Brightside LLC", cycle: "weekly", net_days: 14 } },
    answer: OF_BUYER,
  },
  "GET /traffic-sources/{id}/billing-profile": {
    section: "Billing",
    about: ["Version 0 is what holds until somebody says otherwise: monthly, 30 days net, nothing held."],
    answer: OF_SOURCE,
  },
  "PUT /traffic-sources/{id}/billing-profile": {
    section: "Billing",
    about: [TERMS],
    send: { version: 2, profile: { cycle: "biweekly", hold_days: 14, minimum_payment: "50.00" } },
    answer: OF_SOURCE,
  },
  "GET /company/billing-details": {
    section: "Billing",
    about: ["It takes the permission `settings: read`."],
    answer: { status: 200, details: DETAILS },
  },
  "PUT /company/billing-details": {
    section: "Billing",
    about: [
      "What is absent stays as it is. Statements that were issued keep theirs. It takes the permission `settings: update`.",
    ],
    send: DETAILS,
    answer: { status: 200, details: DETAILS },
  },
};
