import type { TriedHookBody, TryHookBody } from "@/lib/contracts/hooks";
import { inCompanySql } from "@/lib/db/in-company";
import { findEndpointOfBuyer } from "@/lib/db/webhooks/find-endpoint";
import { Invalid } from "@/lib/domain/errors";
import { hookSettings, storedHookSettings } from "@/lib/domain/hooks/hook-settings";
import { mapFields } from "@/lib/domain/hooks/map-fields";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { considerPost } from "./consider-post";
import { nameOfBuyer } from "./name-of-buyer";

type ReadBody = (body: string) => Promise<Readonly<Record<string, unknown>>>;

/** How a body would be read and which call it would reach; nothing is saved. Throws `Forbidden`, `NotFound` or `Invalid`. */
export async function tryHookBody(
  ctx: Context,
  buyerId: number,
  { body, fields }: TryHookBody,
  read: ReadBody,
): Promise<TriedHookBody> {
  permit(ctx.actor, "read", "settings");
  permit(ctx.actor, "read", "call.details");
  const parameters = await read(body);
  return inCompanySql(ctx.company.id, async (tx) => {
    await nameOfBuyer(tx, buyerId);
    const saved = await findEndpointOfBuyer(tx, buyerId);
    if (!saved) throw new Invalid({}, "This buyer has no address yet. Make one first.");
    const settings = { ...hookSettings(saved.mapping), ...(fields && { fields }) };
    const endpoint = { ...saved, mapping: storedHookSettings(settings) };
    const mapped = mapFields(parameters, settings);
    const considered = await considerPost(tx, ctx, { endpoint, parameters });
    const heard = { status: 200 as const, reads: { ...mapped.fields }, ignored: [...mapped.ignored], call_id: null };
    if (considered.kind === "request") return { ...heard, call_id: considered.callId, outcome: "taken", problem: null };
    if (considered.kind === "nothing") return { ...heard, outcome: "ignored", problem: considered.why };
    const { reason, problem } = considered.item;
    return { ...heard, outcome: reason === "refused" ? "refused" : "waiting", problem };
  });
}
