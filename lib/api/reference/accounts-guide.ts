import type { RouteGuide } from "./route-guide";
import { SAMPLE_ROLLUP } from "./samples";

const BUYER = { type: "buyer", id: 7, name: "Brightside Solar" } as const;
const SOURCE = { type: "traffic_source", id: 9, name: "Sunrise Media" } as const;
const NEXT = "2026-11-23T10:44:00.000Z";
const PERMISSIONS =
  "It takes the permission `billing: read`, for buyers with `call.revenue: read` and for traffic sources with `call.payout: read`.";
const PAGES =
  "Newest first, by day of the books and then in the order of posting. All pages show the books as they were when the first was read: follow `next_cursor` until it is null. A page that is filtered by kind or offer may hold fewer than `per_page`. `balance` is there while nothing but the period is filtered.";
const ALL_ROWS =
  "The filters are those of the entries. The file is read as it is sent, so that its length does not matter. Texts that a spreadsheet would take for a formula have an apostrophe in front.";

const accountOf = (party: typeof BUYER | typeof SOURCE, kind: string) => ({
  party,
  currency: "USD",
  balance: "1250.00",
  entries: 128,
  pending: { amount: "10.00", entries: 1, first: [{ kind, call_id: 1042, amount: "10.00" }] },
  kinds: [{ kind, entries: 128, amount: "1250.00" }],
  offers: [{ id: 3, name: "Solar quotes" }],
  next_rollup_at: NEXT,
});

const entryOf = (kind: string) => ({
  id: `call-1042-1-${kind}`,
  kind,
  amount: "10.00",
  balance: "1250.00",
  booked_on: "2026-11-23",
  service_date: "2026-11-23",
  correction: false,
  call: { id: 1042, uuid: "0b8e6a0e-2f2b-4c41-9b5f-0d0a6c1f7a11" },
  document_number: null,
  offer: { id: 3, name: "Solar quotes" },
  offsets_entry_id: null,
  statement_number: null,
  rollup_id: 12,
  posted_at: "2026-11-23T10:47:00.000Z",
});

const pageOf = (kind: string) => ({
  status: 200,
  currency: "USD",
  entries: [entryOf(kind)],
  metadata: { next_cursor: null },
});

const SUMS = { balance: "1250.00", period: "300.00", previous: "280.00", entries: 31 };
const PENDING = { amount: "10.00", entries: 1 };

/** What the reference tells of the books: home, accounts, rollups. */
export const ACCOUNTS_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "GET /billing": {
    section: "Billing",
    about: [
      `Balances of all buyers and traffic sources, a month or a day against the one before, what is pending, and each day of both periods. Parties come with the largest first; search by name where there are more. ${PERMISSIONS} What may not be read is absent.`,
      "Balances are those at the end of the month or day that was asked for, as the books have it today, or of now while that lasts. What is pending is always of now.",
    ],
    send: "month=2026-11&per_page=20",
    answer: {
      status: 200,
      billing: {
        currency: "USD",
        period: { from: "2026-11-01", to: "2026-11-30" },
        previous: { from: "2026-10-01", to: "2026-10-31" },
        as_of: null,
        totals: {
          revenue: { period: "300.00", previous: "280.00" },
          payout: { period: "180.00", previous: "168.00" },
          margin: { period: "120.00", previous: "112.00" },
        },
        days: [{ day: "2026-11-23", revenue: "30.00", payout: "18.00", margin: "12.00" }],
        buyers: {
          ...SUMS,
          pending: PENDING,
          count: 1,
          parties: [{ party: BUYER, ...SUMS, pending: PENDING }],
          more: false,
        },
        traffic_sources: {
          ...SUMS,
          pending: { amount: "0.00", entries: 0 },
          count: 1,
          parties: [{ party: SOURCE, ...SUMS, pending: { amount: "0.00", entries: 0 } }],
          more: false,
        },
        next_rollup_at: NEXT,
      },
    },
  },
  "GET /buyers/{id}/account": {
    section: "Billing",
    about: [`What the buyer owes now, and what the next rollup adds. ${PERMISSIONS}`],
    answer: { status: 200, account: accountOf(BUYER, "charge") },
  },
  "GET /traffic-sources/{id}/account": {
    section: "Billing",
    about: [`What the traffic source has earned and was not paid, and what the next rollup adds. ${PERMISSIONS}`],
    answer: { status: 200, account: accountOf(SOURCE, "payout") },
  },
  "GET /buyers/{id}/account/entries": {
    section: "Billing",
    about: [PAGES, PERMISSIONS],
    send: "month=2026-11&per_page=20",
    answer: pageOf("charge"),
  },
  "GET /traffic-sources/{id}/account/entries": {
    section: "Billing",
    about: [PAGES, PERMISSIONS],
    send: "kind=payout&from=2026-11-01&to=2026-11-23",
    answer: pageOf("payout"),
  },
  "GET /buyers/{id}/account/entries.csv": {
    section: "Billing",
    about: [ALL_ROWS, PERMISSIONS],
    send: "month=2026-11",
  },
  "GET /traffic-sources/{id}/account/entries.csv": {
    section: "Billing",
    about: [ALL_ROWS, PERMISSIONS],
    send: "month=2026-11",
  },
  "GET /rollups/{number}": {
    section: "Billing",
    about: [
      "A link of the chain: a rollup of calls, a batch of documents, the closing of a month, or an issue of statements. Amounts take the permissions for them.",
    ],
    send: "per_page=20",
    answer: {
      status: 200,
      rollup: SAMPLE_ROLLUP,
      statements: [],
      entries: [
        {
          id: "call-1042-1-charge",
          kind: "charge",
          amount: "10.00",
          party: BUYER,
          booked_on: "2026-11-23",
          service_date: "2026-11-23",
          correction: false,
          call_id: 1042,
          document_number: null,
          offsets_entry_id: null,
          statement_number: null,
        },
      ],
      metadata: { next_cursor: null },
    },
  },
};
