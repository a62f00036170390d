import { expect, test } from "vitest";
import { InboundEventList } from "@/lib/inbound/contract/event";
import { type Ask, ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo, other, type Tenant } from "./support/demo";
import { givenCall } from "./support/given-call";
import { expectProblem } from "./support/refusal";

const eventsOf = async (tenant: Tenant, query: Record<string, string> = {}) =>
  read(InboundEventList, await ask("GET", "/api/v1/events", { headers: keyOf(tenant), query })).events;

const put = (tenant: Tenant, uuid: string, request: Ask) =>
  ask("PUT", `/api/v1/secure/${tenant.secure_token}/calls/${uuid}`, request);

test("a rejected post of a secure token is logged as it came, with the answer, for its company alone", async () => {
  const call = await givenCall(demo);
  const mark = `mark-${crypto.randomUUID()}`;
  const problem = expectProblem(
    await put(demo, call.uuid, { query: { revenue: "ten" }, json: { buyer_converted: true, reason: mark } }),
    422,
  );
  const logged = (await eventsOf(demo, { outcome: "refused" })).filter(({ payload }) => payload?.includes(mark));
  expect(logged).toMatchObject([
    {
      sender: { type: "secure_token" },
      method: "PUT",
      answered: 422,
      outcome: "refused",
      problem: expect.stringContaining(problem.detail),
      call_ids: [call.id],
      payload: `?revenue=ten\n${JSON.stringify({ buyer_converted: true, reason: mark })}`,
    },
  ]);
  expect(JSON.stringify(logged)).not.toContain(demo.secure_token);
  expect(JSON.stringify(await eventsOf(other))).not.toContain(mark);
});

test("each repetition is logged, and a held post is logged as waiting", async () => {
  const call = await givenCall(demo);
  const mark = `mark-${crypto.randomUUID()}`;
  const send = () => put(demo, call.uuid, { json: { unknown_name: mark } });
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const logged = (await eventsOf(demo, { outcome: "waiting" })).filter(({ payload }) => payload?.includes(mark));
  expect(logged.map(({ answered }) => answered)).toEqual([200, 200, 200]);
});

test("a rejected call from the API is logged with the name of its key; a dry run is not", async () => {
  const mark = `mark-${crypto.randomUUID()}`;
  expectProblem(
    await ask("POST", "/api/v1/calls", { headers: keyOf(demo), json: { external_id: mark, duration_seconds: "long" } }),
    422,
  );
  const call = await givenCall(demo);
  await put(demo, call.uuid, { json: { revenue: "ten", reason: mark, dry_run: true } });
  const logged = (await eventsOf(demo)).filter(({ payload }) => payload?.includes(mark));
  expect(logged).toMatchObject([{ sender: { type: "api_key" }, method: "POST", answered: 422, call_ids: [] }]);
});

test("pages go on where the last one ended", async () => {
  const page = async (cursor?: string) =>
    read(
      InboundEventList,
      await ask("GET", "/api/v1/events", {
        headers: keyOf(demo),
        query: { per_page: "2", ...(cursor !== undefined && { cursor }) },
      }),
    );
  const first = await page();
  const second = await page(first.metadata.next_cursor ?? undefined);
  const ids = [...first.events, ...second.events].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort((one, next) => next - one));
  expect(ids).toHaveLength(4);
});
