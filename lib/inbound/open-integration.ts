import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/base/errors";
import type { Provider } from "@/lib/inbound/provider/provider";
import type { Clock } from "@/lib/platform/config/clock";
import { findProvider } from "./find-provider";
import { integrationActor } from "./integration-actor";
import { type OpenedEndpoint, openEndpoint } from "./open-endpoint";

/** An opened integration and the actor of its events. */
export type OpenedIntegration = OpenedEndpoint & { readonly provider: Provider; readonly ctx: Context };

/**
 * The integration of this provider with this key. Throws `NotFound` if the key is unknown, revoked or of another
 * provider.
 */
export async function openIntegration(name: string, key: string, now: Clock): Promise<OpenedIntegration> {
  const provider = findProvider(name);
  const opened = await openEndpoint(name, key, now);
  if (!opened || !provider) throw new NotFound("There is no integration at this URL.");
  return { ...opened, provider, ctx: { company: opened.company, actor: integrationActor(opened.endpoint), now } };
}
