import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { authenticateApiKey, authenticateSecureToken, memberContext } from "@/lib/access/authenticate";
import { signIn } from "@/lib/access/sign-in";
import { listCompanies } from "@/lib/access/sql/lookup";
import { localMonth } from "@/lib/base/local-month";
import { monthsLater } from "@/lib/base/month";
import { MECHANISMS } from "@/lib/call/domain/mechanism";
import { listChanges } from "@/lib/call/list-changes";
import type { Company } from "@/lib/company/domain/company";
import { getCall } from "@/lib/conversion/get-call";
import { listInbox } from "@/lib/inbox/list-inbox";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { getBilling } from "@/lib/report/get-billing";
import { listEvaluations } from "@/lib/report/list-evaluations";
import { STRANGER } from "@/lib/testing/factories/stranger";
import { fakeClock } from "@/lib/testing/fake-clock";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { type Demo, demoFileIn } from "./demo-file";
import { type Seeded, seedDemo } from "./seed-demo";

const dataDir = mkdtempSync(path.join(os.tmpdir(), "callmark-seed-"));
const url = "http://localhost:3000";
/** SEEDED_AT=2028-02-29T12:00:00Z seeds the demo on another day. */
const { now } = fakeClock(process.env.SEEDED_AT);
const seed = () => seedDemo({ now: now(), url, dataDir });

let seeded: Seeded;
let companies: Company[];
let demo: Demo;
beforeAll(async () => {
  seeded = await seed();
  companies = await listCompanies();
  demo = JSON.parse(readFileSync(demoFileIn(dataDir), "utf8"));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const inEach = <T>(work: (tx: Tx) => Promise<T>) => Promise.all(companies.map(({ id }) => inCompany(id, work)));

const DemoCompany = z.strictObject({
  url: z.literal(url),
  company: z.string(),
  users: z.array(
    z.strictObject({ role: z.string(), email: z.string().endsWith(".test"), password: z.string().min(12) }),
  ),
  api_key: z.strictObject({ id: z.string().min(1), secret: z.string().regex(/^cmk_\w{40}$/) }),
  secure_token: z.string().regex(/^[A-Za-z0-9]{40}$/),
  sources: z
    .array(
      z.strictObject({ provider: z.string(), url: z.string().startsWith(`${url}/api/v1/intake/`), secret: z.string() }),
    )
    .min(3),
  buyer_hook: z.strictObject({
    buyer_id: z.int(),
    url: z.string().startsWith(`${url}/api/v1/hooks/buyers/`),
    secret: z.string().startsWith("whsec_"),
  }),
  sample_calls: z.array(z.strictObject({ id: z.int(), uuid: z.uuid(), about: z.string().min(1) })).min(8),
});

test("demo.json has the documented shape and is readable by its owner only", () => {
  expect(seeded).toBe("seeded");
  z.strictObject({ ...DemoCompany.shape, other_company: DemoCompany }).parse(demo);
  expect(statSync(demoFileIn(dataDir)).mode & 0o777).toBe(0o600);
  expect(demo.users.map(({ role }) => role)).toEqual(["owner", "admin", "manager", "operator", "billing", "viewer"]);
  expect([demo.company, demo.other_company.company]).toEqual(companies.map(({ name }) => name));
});

test("every log-in, key and token of demo.json belongs to its own company", async () => {
  for (const [position, { users, api_key, secure_token }] of [demo, demo.other_company].entries()) {
    for (const { email, password, role } of users) {
      const signedIn = await signIn({ email, password }, STRANGER);
      const context = signedIn.ok ? await memberContext(signedIn.member.id, now) : null;
      expect(context).toMatchObject({ role, company: companies[position] });
    }
    expect((await authenticateApiKey(api_key.secret, now, { keyId: api_key.id }))?.company).toEqual(
      companies[position],
    );
    expect((await authenticateSecureToken(secure_token, now))?.company).toEqual(companies[position]);
  }
});

test("the first sample call is finished, can convert on both sides, and has no changes", async () => {
  for (const { api_key, sample_calls } of [demo, demo.other_company]) {
    const ctx = await authenticateApiKey(api_key.secret, now);
    const [first] = sample_calls;
    if (!ctx || !first) throw new Error("the demo has no key or no sample call");
    const call = await getCall(ctx, { uuid: first.uuid });
    expect(call).toMatchObject({ id: first.id, version: 0, buyer_converted: false, offer_converted: false });
    expect([call.buyer, call.traffic_source, call.ended_at]).not.toContain(null);
    expect(await listChanges(ctx, { id: first.id })).toMatchObject({ changes: [] });
  }
});

const INBOX_REASONS = [
  "unmatched",
  "ambiguous",
  "refused",
  "locked",
  "outside_limits",
  "reused_event_id",
  "would_revert",
  "duplicate_freed",
  "cap_freed",
];

test("updates beyond a buyer's limits are in the inbox with their amount", async () => {
  for (const { api_key } of [demo, demo.other_company]) {
    const ctx = await authenticateApiKey(api_key.secret, now);
    if (!ctx) throw new Error("the demo has no key");
    const { items } = await listInbox(ctx, { reason: "outside_limits" });
    expect(items.length).toBeGreaterThan(0);
    for (const { payload, update } of items) {
      expect(payload).toMatchObject({ buyer_converted: "true", revenue: expect.stringMatching(/^\d+\.\d\d$/) });
      expect(update).toMatchObject({ buyer_converted: true, revenue: payload.revenue, reason: payload.reason });
    }
  }
});

const BILLED: [about: string, entries: string[], pending: string[]][] = [
  ["not converted yet", [], []],
  ["unanswered", [], []],
  ["charged and paid", ["charge", "payout"], []],
  ["disputed by the buyer", ["charge", "credit"], []],
  ["moved to another buyer", ["charge", "credit", "charge"], []],
  ["converted at 0.00", [], []],
  ["payout without revenue", ["payout"], []],
  ["locked by a person", ["charge"], []],
  ["anonymous caller", [], ["charge"]],
  ["converts when the buyer converts", ["charge", "payout", "credit", "clawback", "charge", "payout"], []],
  ["neither buyer nor traffic source", [], []],
  ["returned to automatic", ["charge", "credit", "charge"], []],
  ["converted by a rule, for", ["charge"], []],
  ["converted by the voice agent", ["charge"], []],
  ["missed a rule narrowly", [], []],
  ["that it would be reverted is in the inbox", ["charge", "credit", "charge"], []],
  ["between two rollups", [], ["charge", "credit"]],
];

test("each sample call is billed as its description says", async () => {
  for (const { api_key, sample_calls } of [demo, demo.other_company]) {
    const ctx = await authenticateApiKey(api_key.secret, now);
    if (!ctx) throw new Error("the demo has no key");
    for (const [about, entries, pending] of BILLED) {
      const sample = sample_calls.find((sample_call) => sample_call.about.includes(about));
      const billing = await getBilling(ctx, { uuid: sample?.uuid ?? "" });
      const kinds = (rows: readonly { kind: string }[]) => rows.map(({ kind }) => kind).sort();
      expect([about, kinds(billing.entries), kinds(billing.pending)]).toEqual([about, entries.sort(), pending.sort()]);
    }
  }
});

test("calls that converted automatically, or nearly did, have evaluations", async () => {
  for (const { api_key, sample_calls } of [demo, demo.other_company]) {
    const ctx = await authenticateApiKey(api_key.secret, now);
    if (!ctx) throw new Error("the demo has no key");
    const why = async (about: string) => {
      const uuid = sample_calls.find((sample_call) => sample_call.about.includes(about))?.uuid ?? "";
      const { evaluations } = await listEvaluations(ctx, { uuid });
      return { call: await getCall(ctx, { uuid }), last: evaluations.find(({ side }) => side === "buyer") };
    };
    const byRule = await why("converted by a rule, for");
    expect(byRule.call).toMatchObject({ revenue: "57.50", buyer_decision: { mechanism: "rule", explicit: false } });
    const uttered = await why("converted by the voice agent");
    expect(uttered.call.buyer_decision).toMatchObject({ mechanism: "voice_agent", explicit: false });
    expect(uttered.last?.steps[uttered.last.converting ?? -1]?.proof?.quote).toContain("Book it, please.");
    const missed = await why("missed a rule narrowly");
    const failing = missed.last?.steps.flatMap(({ clauses }) => clauses.filter(({ holds }) => !holds));
    expect(failing).toEqual([
      expect.objectContaining({ subject: "quote_amount", seen: "4980", wanted: "≥ 5000" }),
      expect.objectContaining({ subject: "connected seconds", seen: "120", wanted: "> 120" }),
    ]);
  }
});

test("settings have a history with reasons, and every automatic decision has an evaluation", async () => {
  const actual = await inEach(async (tx) => ({
    edited: await tx.ruleSet.count({ where: { version: { gt: 1 } } }),
    unexplained: await tx.ruleSet.count({ where: { OR: [{ note: null }, { actorId: null }] } }),
    automatic: await tx.call.count({ where: { buyerMechanism: { in: ["rule", "duration", "voice_agent"] } } }),
    unevaluated: await tx.call.count({
      where: {
        buyerMechanism: { in: ["rule", "duration", "voice_agent"] },
        evaluations: { none: { side: "buyer", converting: { not: null } } },
      },
    }),
  }));
  expect(actual.map(({ unexplained, unevaluated }) => [unexplained, unevaluated])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(actual.map(({ edited }) => edited > 0)).toEqual([true, true]);
  expect(actual[0]?.automatic).toBeGreaterThan(500);
});

test("phone systems, voice agents and buyers have posted, mostly with success", async () => {
  const actual = await inEach(async (tx) => ({
    lines: await tx.inboundEvent.groupBy({ by: ["outcome"], where: { endpoint: { provider: { not: "buyer" } } } }),
    unsigned: await tx.inboundEvent.count({ where: { signature: "wrong", outcome: { not: "refused" } } }),
    posted: await tx.inboundEvent.count({ where: { endpoint: { provider: "buyer" }, outcome: "applied" } }),
    uttered: await tx.call.count({ where: { integration: { provider: "vapi" }, buyerMechanism: "voice_agent" } }),
  }));
  for (const { lines, unsigned, posted, uttered } of actual) {
    expect(lines.map(({ outcome }) => outcome).sort()).toEqual(["applied", "ignored", "refused", "repeated"]);
    expect([unsigned, posted > 0, uttered > 0]).toEqual([0, true, true]);
  }
});

test("there are calls in every state", async () => {
  const [counts] = await inEach(async (tx) => {
    const count = (where: Parameters<typeof tx.call.count>[0]) => tx.call.count(where);
    return {
      running: await count({ where: { endedAt: null } }),
      unanswered: await count({ where: { answeredAt: null, endedAt: { not: null } } }),
      short: await count({ where: { connectedSeconds: { gt: 0, lt: 60 } } }),
      unrouted: await count({ where: { buyerId: null } }),
      unattributed: await count({ where: { trafficSourceId: null } }),
      anonymous: await count({ where: { callerHash: null } }),
      neither: await count({ where: { buyerConverted: false, offerConverted: false } }),
      both: await count({ where: { buyerConverted: true, offerConverted: true } }),
      buyerAlone: await count({ where: { buyerConverted: true, offerConverted: false } }),
      payoutAlone: await count({ where: { buyerConverted: false, offerConverted: true, payoutMinor: { gt: 0 } } }),
      atNothing: await count({ where: { buyerConverted: true, revenueMinor: 0 } }),
      locked: await count({ where: { buyerLocked: true } }),
      recorded: await tx.callPerson.count({ where: { recordingUrl: { not: null } } }),
      saidNo: await count({ where: { buyerExplicit: true, buyerConverted: false } }),
    };
  });
  expect(Object.entries(counts ?? {}).filter(([, number]) => number === 0)).toEqual([]);
  expect(await inEach((tx) => tx.call.count())).toEqual([expect.closeTo(3000, -3), expect.closeTo(120, -2)]);
});

test("there are changes of every kind and mechanism, with posted and pending entries", async () => {
  const [actual] = await inEach(async (tx) => {
    const changes = await tx.callChange.findMany();
    const count = (is: (change: (typeof changes)[number]) => boolean) => changes.filter(is).length;
    return {
      mechanisms: new Set(changes.flatMap((change) => [change.mechanism, change.offerMechanismTo])),
      numbers: {
        reversed: count((change) => change.buyerConvertedFrom && !change.buyerConvertedTo),
        clawedBack: count((change) => change.offerConvertedFrom && !change.offerConvertedTo),
        moved: count((change) => change.buyerFrom !== null && change.buyerFrom !== change.buyerTo),
        resourced: count((change) => change.trafficSourceFrom !== change.trafficSourceTo),
        repriced: count((change) => change.closesCharge !== null && change.chargeMinor !== null),
        locked: count((change) => change.buyerLockedTo && !change.buyerLockedFrom),
        explained: await tx.changeNote.count(),
        ...Object.fromEntries(
          await Promise.all(
            INBOX_REASONS.map(async (reason) => [
              reason,
              await tx.inbox.count({ where: { reason, resolvedAt: null } }),
            ]),
          ),
        ),
        older: await tx.updateEvent.count({ where: { outcome: "older" } }),
        pending: await tx.billingQueue.count(),
        ...Object.fromEntries(
          (await tx.entry.groupBy({ by: ["kind"], _count: true })).map((row) => [row.kind, row._count]),
        ),
      },
    };
  });
  expect([...(actual?.mechanisms ?? [])]).toEqual(expect.arrayContaining([...MECHANISMS]));
  expect(Object.entries(actual?.numbers ?? {}).filter(([, number]) => number === 0)).toEqual([]);
  expect(Object.keys(actual?.numbers ?? {})).toEqual(
    expect.arrayContaining(["charge", "credit", "payout", "clawback"]),
  );
});

test("nothing is dated in the future, and rollups are in order", async () => {
  for (const rollups of await inEach((tx) => tx.rollup.findMany({ orderBy: { number: "asc" } }))) {
    const times = rollups.map(({ postedAt }) => postedAt.getTime());
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(now().getTime());
  }
  const latest = await inEach((tx) => tx.callChange.aggregate({ _max: { changedAt: true } }));
  for (const { _max } of latest) expect(_max.changedAt?.getTime()).toBeLessThanOrEqual(now().getTime());
});

test("every caller has a fictional number", async () => {
  const persons = (await inEach((tx) => tx.callPerson.findMany({ select: { caller: true } }))).flat();
  const numbers = new Set(persons.flatMap(({ caller }) => caller ?? []));
  expect(numbers.size).toBeGreaterThan(500);
  expect([...numbers].filter((number) => !/^\+1\d{3}55501\d{2}$/.test(number))).toEqual([]);
});

test("every ended month is closed except the last, which visitors can close", async () => {
  const months = (days: readonly Date[]) => [...new Set(days.map((day) => day.toISOString().slice(0, 7)))].sort();
  const books = await inEach(async (tx) => ({
    closed: months((await tx.period.findMany()).map(({ month }) => month)),
    booked: months((await tx.entry.groupBy({ by: ["bookedOn"] })).map(({ bookedOn }) => bookedOn)),
  }));
  for (const [position, { closed, booked }] of books.entries()) {
    const present = localMonth(now(), companies[position]?.timeZone ?? "");
    expect(booked.filter((month) => month < present)).toEqual([...closed, monthsLater(present, -1)]);
  }
});

test("the books have statements of both sides, payments, a bounced payment and caps", async () => {
  const stored = await inEach(async (tx) => {
    const where = { companyId: tx.company };
    const documents = await tx.document.groupBy({ by: ["kind"], where });
    return {
      statements: (await tx.statement.count({ where })) > 5,
      allocated: (await tx.allocation.count({ where })) > 0,
      documents: documents.map(({ kind }) => kind).sort(),
      caps: (await tx.capUsage.count({ where })) > 0,
    };
  });
  const documents = ["payment", "payment_reversal"];
  for (const item of stored) expect(item).toMatchObject({ statements: true, allocated: true, documents, caps: true });
});

test("the books of both companies balance", async () => {
  for (const company of companies) await expectBooksBalance({ company });
});

test("a second run adds nothing, and reports missing log-ins", async () => {
  const before = readFileSync(demoFileIn(dataDir), "utf8");
  expect(await seed()).toBe("already there");
  expect(readFileSync(demoFileIn(dataDir), "utf8")).toBe(before);
  rmSync(demoFileIn(dataDir));
  expect(await seed()).toBe("log-ins lost");
  expect(await listCompanies()).toEqual(companies);
});
