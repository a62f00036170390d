import { reachesBuyer } from "@/lib/access/domain/actor";
import type { SettingsBook } from "@/lib/settings/domain/settings-book";
import { type ConversionRequest, Unmatched, WebhookSwitchedOff } from "./request";
import type { WorkingCall } from "./working-calls";

type Spoken = Pick<ConversionRequest, "match" | "actor">;

/** Checks under the lock that the sender may update this call. The match made before the lock may be out of date. */
export function mismatch(
  { state, callerHash }: WorkingCall,
  { match, actor }: Spoken,
  settings: SettingsBook,
): Unmatched | WebhookSwitchedOff | null {
  if (!reachesBuyer(actor, state.buyer.partyId)) return new Unmatched();
  if (!match) return null;
  const isCaller = match.callerHashes === undefined || (callerHash !== null && match.callerHashes.includes(callerHash));
  const isTime =
    (match.from === undefined || state.startedAt >= match.from) &&
    (match.until === undefined || state.startedAt <= match.until);
  const isParty =
    (match.buyerId === undefined || state.buyer.partyId === match.buyerId) &&
    (match.offerId === undefined || state.offerId === match.offerId) &&
    (match.trafficSourceId === undefined || (state.offer.partyId ?? match.trafficSourceId) === match.trafficSourceId);
  if (!isParty || !isCaller || !isTime) return new Unmatched();
  if (match.buyerId === undefined || actor.type !== "webhook") return null;
  const buyer = settings.inForce("buyer", match.buyerId, state.startedAt);
  return buyer?.webhookEnabled === false ? new WebhookSwitchedOff() : null;
}
