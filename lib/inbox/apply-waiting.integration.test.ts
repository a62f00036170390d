import { expect, test } from "vitest";
import { getCall } from "@/lib/conversion/get-call";
import { lockInboxRows } from "@/lib/conversion/sql/list-inbox";
import { resolveItems } from "@/lib/conversion/sql/resolve-items";
import { openBuyerWebhook, receiveBuyerPost } from "@/lib/inbound/receive-buyer-post";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { inCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { listInbox } from "./list-inbox";

const somebodyWaits = async (tx: SqlTx) => {
  const rows = await tx.$queryRaw<unknown[]>`
    select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  return rows.length > 0;
};

test("an item that is resolved while its call arrives is not applied a second time", async () => {
  const { ctx } = await givenCompany();
  const { url } = await saveBuyerWebhook(ctx, ctx.buyer.id, {});
  const webhook = await openBuyerWebhook(url.split("/").at(-1) ?? "", ctx.now);
  if (!webhook) throw new Error("no webhook has this address");
  await receiveBuyerPost(webhook.ctx, webhook.opened, {
    method: "POST",
    headers: new Headers(),
    query: "",
    receive: async () => ({ query: "", contentType: null, body: new Uint8Array() }),
    parameters: async () => ({ caller: "+13035550142", converted: true, revenue: "50" }),
  });
  const [item] = (await listInbox(ctx, {})).items;
  if (!item) throw new Error("no item waits");
  const arriving = await inCompanySql(ctx.company.id, async (tx) => {
    await lockInboxRows(tx, [item.id]);
    const call = givenCall(ctx);
    await expect.poll(() => somebodyWaits(tx), { timeout: 200_000, interval: 20 }).toBe(true);
    await resolveItems(tx, [{ id: item.id, resolution: "dismissed", callId: null }], {
      actor: ctx.actor,
      at: ctx.now(),
    });
    return { call };
  });
  const { id } = await arriving.call;
  expect(await getCall(ctx, { id })).toMatchObject({ buyer_converted: false, revenue: "0.00" });
  expect((await listInbox(ctx, { state: "resolved" })).items).toMatchObject([
    { resolved: { resolution: "dismissed" } },
  ]);
});
