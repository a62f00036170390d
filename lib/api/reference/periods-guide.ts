import type { RouteGuide } from "./route-guide";
import { SAMPLE_CALL, SAMPLE_ROLLUP } from "./samples";

const READS =
  "It takes the permission `billing: read`; amounts of buyers also take `call.revenue: read`, those of traffic sources `call.payout: read`, and are left out without it.";
const SUMS = { entries: 192, revenue: "1270.00", payout: "640.00", margin: "630.00" };
const KINDS = [
  { account: "revenue", kind: "charge", entries: 128, debit: "0.00", credit: "1280.00" },
  { account: "revenue", kind: "credit", entries: 1, debit: "10.00", credit: "0.00" },
  { account: "traffic_cost", kind: "payout", entries: 63, debit: "640.00", credit: "0.00" },
];
const ENDED = { month: "2026-10", state: "ended", can_close: true, ...SUMS, closed: null };
const CLOSED = {
  ...ENDED,
  state: "closed",
  can_close: false,
  closed: {
    at: "2026-11-02T09:12:00.000Z",
    by: { type: "member", name: "Ana Ruiz" },
    rollup_id: SAMPLE_ROLLUP.id,
    digest: SAMPLE_ROLLUP.digest,
  },
};
const CALL = {
  id: SAMPLE_CALL.id,
  started_at: "2026-10-23T10:42:00.000Z",
  caller: "…0100",
  buyer: SAMPLE_CALL.buyer,
  traffic_source: SAMPLE_CALL.traffic_source,
  revenue: "0.00",
  payout: "0.00",
};
const DETAIL = { currency: "USD", kinds: KINDS, waiting: 0, not_closable: null, corrections: 0 };

/** Routes of the months of the books. */
export const PERIODS_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "GET /periods": {
    section: "Billing",
    about: [
      "Every month from the first with an entry to the present one, in the company's zone. Months close in order, and only when they have ended: `can_close` tells which one can be closed now.",
      READS,
    ],
    answer: { status: 200, periods: [ENDED], metadata: { next_cursor: null } },
  },
  "GET /periods/{month}": {
    section: "Billing",
    about: [
      "What is booked in the month, what closing it would bill first, and what to look at before: calls that converted at 0.00, payouts without revenue or above it, caps that were passed, calls that something waits for in the inbox, and days that are unusual.",
      "A day is unusual when its conversions or revenue are further from the median of the same weekday in that month than five times the median distance of all its days, than half that median, and than ten conversions.",
      "Of a closed month, `frozen` is what it came to when it was closed. The totals beside it are read anew from the books, and are the same for ever.",
      READS,
    ],
    answer: {
      status: 200,
      period: {
        ...ENDED,
        ...DETAIL,
        warnings: [{ warning: "converted_at_zero", count: 1, calls: [CALL] }],
        frozen: null,
      },
    },
  },
  "POST /periods/{month}/close": {
    section: "Billing",
    about: [
      "This cannot be undone. What waits for the month is billed first; from then on nothing is booked in it. Conversions that are made or taken back later become corrections in the oldest open month. Months before the first entry need no closing: they are closed with it.",
      "A month that has warnings is closed by who has looked at them. Send each with the count that `GET /periods/{month}` told you: where more falls under one by now, also under one that was not there, the month is refused with 409, which names the counts, and nothing is changed. Or send a list of names, which holds however many there are; a month that warns of others is refused with 422.",
      "A month that has not ended, is not the oldest open one, or was closed by somebody else meanwhile is refused with 409, which tells by whom. It takes the permission `billing: update`.",
    ],
    send: { acknowledge: { converted_at_zero: 1 } },
    answer: {
      status: 200,
      period: {
        ...CLOSED,
        ...DETAIL,
        warnings: [{ warning: "converted_at_zero", count: 1 }],
        frozen: { ...SUMS, kinds: KINDS },
      },
    },
  },
  "GET /periods/{month}/calls": {
    section: "Billing",
    about: ["Calls that started in the month by the company's clock, the newest first.", READS],
    send: "warning=converted_at_zero&per_page=20",
    answer: { status: 200, calls: [CALL], metadata: { next_cursor: null } },
  },
  "GET /periods/{month}/corrections": {
    section: "Billing",
    about: [
      "Entries about days of this month that later months have in their books, because it was closed when they were posted; each with what it takes back, where it takes something back.",
      READS,
    ],
    answer: {
      status: 200,
      corrections: [
        {
          id: "call-1042-2-credit",
          kind: "credit",
          amount: "10.00",
          party: { type: "buyer", ...SAMPLE_CALL.buyer },
          call_id: SAMPLE_CALL.id,
          service_date: "2026-10-23",
          period: "2026-11",
          rollup_id: 19,
          posted_at: "2026-11-09T08:00:00.000Z",
          mechanism: "manual",
          reason: "Returned.",
          corrects: { id: "call-1042-1-charge", period: "2026-10" },
        },
      ],
      metadata: { next_cursor: null },
    },
  },
};
