import { expect, test } from "vitest";
import { getCall } from "@/lib/conversion/get-call";
import { listCalls } from "@/lib/report/list-calls";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenPostingIntegration } from "@/lib/testing/factories/given-posting-integration";
import { type EventPage, listEvents } from "./integration-events";

test("a call accepts a limited number of events, and still recognizes repetitions", async () => {
  const { ctx } = await givenCompany();
  const integration = await givenPostingIntegration(ctx);
  const start = ctx.now().getTime() - 200_000;
  const body = (number: number) => ({
    event: "call_ended",
    call: {
      call_id: "call_1",
      start_timestamp: start,
      end_timestamp: start + 95_000,
      disconnection_reason: `reason ${number}`,
    },
  });
  for (let from = 0; from < 300; from += 100) {
    const many = Array.from({ length: 100 }, (_, at) => integration.deliver({ body: body(from + at) }));
    for (const answer of await Promise.all(many)) expect(answer.outcome).toBe("applied");
  }
  const [call] = (await listCalls(ctx, {})).calls;
  const before = await getCall(ctx, { id: call?.id ?? 0 });
  await expect(integration.deliver({ body: body(300) })).rejects.toMatchObject({ code: "invalid" });
  expect(await integration.deliver({ body: body(7) })).toMatchObject({ outcome: "repeated" });
  expect(await getCall(ctx, { id: before.id })).toEqual(before);
  const { events }: EventPage = await listEvents(ctx, integration.integration.id, { outcome: "refused" });
  expect(events).toMatchObject([{ answered: 422, problem: expect.stringContaining("300 events") }]);
});
