import type { Clock } from "@/lib/config/clock";
import { SECURE_TOKEN_ACCESS } from "@/lib/domain/access/roles";
import { NotFound } from "@/lib/domain/errors";
import type { Provider } from "@/lib/inbound/provider/provider";
import type { Context } from "../context";
import { type OpenedEndpoint, openEndpoint } from "../webhooks/open-endpoint";
import { intakeOf } from "./source-intake";

/** A source of calls that has been addressed, and on whose behalf what it says is taken in. */
export type OpenedSource = OpenedEndpoint & { readonly intake: Provider; readonly ctx: Context };

/** The source at that address. Throws `NotFound`, whether the key is unknown, revoked or of another maker. */
export async function openSource(provider: string, key: string, now: Clock): Promise<OpenedSource> {
  const intake = intakeOf(provider);
  const opened = await openEndpoint(provider, key, now);
  if (!opened || !intake) throw new NotFound("There is no source at this address.");
  const { id, name } = opened.endpoint;
  const actor = { type: "hook", id, name, access: SECURE_TOKEN_ACCESS } as const;
  return { ...opened, intake, ctx: { company: opened.company, actor, now } };
}
