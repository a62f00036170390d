import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { previewEach } from "@/lib/conversion/preview";
import { inCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { TriedWebhookBody, TryWebhookBody } from "./contract/webhook";
import { mapFields } from "./domain/map-fields";
import { storedWebhookSettings, webhookSettings } from "./domain/webhook-settings";
import { nameOfBuyer } from "./name-of-buyer";
import { type ResolvedPost, resolvePost } from "./resolve-post";
import { findEndpointOfBuyer } from "./sql/find-endpoint";
import { storedProblem } from "./stored-payload";

type ReadBody = (body: string) => Promise<Readonly<Record<string, unknown>>>;

/**
 * How a body would be read and which call it would reach; nothing is saved. Throws `Forbidden`, `NotFound` or
 * `Invalid`.
 */
export async function tryWebhookBody(
  ctx: Context,
  buyerId: number,
  { body, fields }: TryWebhookBody,
  read: ReadBody,
): Promise<TriedWebhookBody> {
  permit(ctx.actor, "read", "settings");
  permit(ctx.actor, "read", "call.details");
  const parameters = await read(body);
  return inCompanySql(ctx.company.id, async (tx) => {
    await nameOfBuyer(tx, buyerId);
    const saved = await findEndpointOfBuyer(tx, buyerId);
    if (!saved) throw new Invalid({}, "This buyer has no webhook yet. Create one first.");
    const settings = { ...webhookSettings(saved.mapping), ...(fields && { fields }) };
    const endpoint = { ...saved, mapping: storedWebhookSettings(settings) };
    const mapped = mapFields(parameters, settings);
    const post = await resolvePost(tx, ctx, { endpoint, parameters });
    const heard = { status: 200 as const, reads: { ...mapped.fields }, ignored: [...mapped.ignored], call_id: null };
    if (post.kind === "nothing") return { ...heard, outcome: "ignored", problem: post.why };
    if (post.kind === "held") {
      const { reason, problem } = post.item;
      return { ...heard, outcome: reason === "refused" ? "refused" : "waiting", problem };
    }
    return { ...heard, ...(await triedOn(tx, ctx, post)) };
  });
}

/** Previews the plan that the post would commit. */
async function triedOn(
  tx: SqlTx,
  ctx: Context,
  { request, unmatched }: Extract<ResolvedPost, { kind: "request" }>,
): Promise<Pick<TriedWebhookBody, "outcome" | "call_id" | "problem">> {
  const [previewed] = await previewEach(tx, ctx, [request]);
  const [outcome] = previewed?.plan.outcomes ?? [];
  if (outcome?.ok) return { outcome: "applied", call_id: outcome.callId, problem: null };
  if (!outcome || outcome.error instanceof NotFound) {
    return { outcome: "waiting", call_id: null, problem: unmatched.problem };
  }
  return { outcome: "refused", call_id: null, problem: storedProblem(outcome.error) };
}
