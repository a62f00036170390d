import { describe, expect, test } from "vitest";
import { ask } from "./support/ask";
import { convert, convertSecurely, rollUp } from "./support/convert";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { callOf, everythingOf, givenCall } from "./support/given-call";
import { expectProblem } from "./support/refusal";

const key = keyOf(demo);

test("a conversion is pending, then charged; after a reversal the credit names the charge it offsets", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "10" } });
  const charge = { kind: "charge", amount: "10.00", party: { type: "buyer", id: call.buyerIds[0] } };
  const first = await everythingOf(demo, call.id);
  expect([...first.pending, ...first.entries]).toMatchObject([charge]);
  await rollUp();
  await convert(call, { query: { buyer_converted: "false" } });
  await rollUp();

  const { pending, entries, totals, changes } = await everythingOf(demo, call.id);
  expect(pending).toEqual([]);
  expect(entries).toMatchObject([
    { ...charge, offsets_entry_id: null, change_version: 1, correction: false },
    { ...charge, kind: "credit", offsets_entry_id: entries[0]?.id, change_version: 2 },
  ]);
  expect(entries[1]).toMatchObject({
    debit_account: entries[0]?.credit_account,
    credit_account: entries[0]?.debit_account,
  });
  expect(totals).toEqual({
    charged: "10.00",
    credited: "10.00",
    payouts: "0.00",
    clawbacks: "0.00",
    net_revenue: "0.00",
    net_payout: "0.00",
  });
  expect(changes.map(({ version }) => version)).toEqual([2, 1]);
});

test("a converted call that moves to another buyer is credited to the first and charged to the second", async () => {
  const call = await givenCall(demo);
  const [first, second] = call.buyerIds;
  await convert(call, { query: { buyer_converted: "true", revenue: "10" } });
  const { call: moved } = await convert(call, { query: { buyer_id: String(second) } });
  expect(moved).toMatchObject({ buyer: { id: second }, buyer_converted: true, revenue: "10.00", version: 2 });
  await rollUp();
  const { entries } = await everythingOf(demo, call.id);
  const billed = entries.map(({ kind, party }) => `${kind} ${party.id}`).sort();
  expect(billed).toEqual([`charge ${first}`, `charge ${second}`, `credit ${first}`].sort());
});

test("the history shows who, how, old and new value, and why", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "8", reason: "The policy was sold." } });
  await convertSecurely(call, { query: { revenue: "9.5" } });
  const { changes } = await everythingOf(demo, call.id);
  expect(changes).toMatchObject([
    { version: 2, mechanism: "secure_api", actor: { type: "secure_token" }, revenue: { from: "8.00", to: "9.50" } },
    {
      version: 1,
      mechanism: "api",
      actor: { type: "api_key" },
      reason: "The policy was sold.",
      buyer_converted: { from: false, to: true },
    },
  ]);
  expect(changes[0]).not.toHaveProperty("buyer_converted");
});

test("a stale version is answered with the current call and the changes since", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "8", version: "0" } });
  const query = { revenue: "9", version: "0" };
  const stale = expectProblem(
    await ask("PUT", `/api/v1/calls/${call.id}`, { headers: key, query }),
    409,
    "stale_version",
  );
  expect(stale.call).toMatchObject({ id: call.id, version: 1, revenue: "8.00" });
  expect(stale.changes).toMatchObject([{ version: 1, buyer_converted: { from: false, to: true } }]);
  expect((await convert(call, { query: { ...query, version: "1" } })).call.revenue).toBe("9.00");
});

describe("updates with their own event id and time", () => {
  test("a repeated event_id is not applied again", async () => {
    const call = await givenCall(demo);
    const yes = { query: { buyer_converted: "true", revenue: "10", event_id: "sale-1" } };
    expect(await convert(call, yes)).toMatchObject({ changed: true });
    await convert(call, { query: { buyer_converted: "false" } });
    expect(await convert(call, yes)).toMatchObject({
      status: 200,
      changed: false,
      repeated: true,
      call: { buyer_converted: false },
    });
    expect(await convertSecurely(call, yes)).toMatchObject({ changed: true, call: { buyer_converted: true } });
  });

  test("an older update is not applied", async () => {
    const call = await givenCall(demo);
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    await convert(call, { query: { buyer_converted: "false", occurred_at: ago(10) } });
    const older = await convert(call, { query: { buyer_converted: "true", occurred_at: ago(20) } });
    expect(older).toMatchObject({
      status: 200,
      changed: false,
      superseded: true,
      call: { buyer_converted: false, version: 1 },
    });
    const newer = await convert(call, { query: { buyer_converted: "true", occurred_at: ago(5) } });
    expect(newer).toMatchObject({ changed: true, call: { buyer_converted: true, version: 2 } });
    expect((await callOf(demo, call.id)).buyer_converted).toBe(true);
  });
});
