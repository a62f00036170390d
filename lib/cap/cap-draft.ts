import { Invalid } from "@/lib/base/errors";
import { formatMoney, parseMoney } from "@/lib/base/money";
import type { Company } from "@/lib/company/domain/company";
import type { NewCap } from "./contract";
import type { Cap } from "./domain/cap";
import { openingHours } from "./opening-hours";
import type { CapOwner, CapOwnerView, CapView } from "./sql/list-caps";

/**
 * Builds a cap from its input. Throws `Invalid` if it is inconsistent, or counts the same as another cap of the party.
 */
export function capDraft(
  company: Company,
  owner: CapOwner,
  { caps, settings }: CapOwnerView,
  input: NewCap,
  replaced: CapView | null,
): Omit<Cap, "id"> {
  const { measure, span, offer_id: offerId, stops_automatic: stopsAutomatic } = input;
  const errors: Record<string, string> = {};
  if ((measure === "concurrency") !== (span === "now")) {
    errors.span =
      measure === "concurrency"
        ? "A cap on calls at once applies now. Set the period to now."
        : "Only a cap on calls at once can use now. Choose hour, day, month or total.";
  }
  if (stopsAutomatic && measure !== "conversions" && measure !== "revenue") {
    errors.stops_automatic = "Only a cap on conversions or revenue can stop automatic conversion.";
  }
  const limit = measure === "revenue" ? parseMoney(input.limit, company.decimals) : parseMoney(input.limit, 0);
  if (limit === null) {
    errors.limit =
      measure === "revenue"
        ? "Enter an amount in the company's currency, such as 500.00."
        : "Enter a whole number of calls, such as 50.";
  }
  const twin = caps.find(
    (cap) => cap.id !== replaced?.id && cap.measure === measure && cap.span === span && cap.offerId === offerId,
  );
  if (twin) errors.measure = `Cap ${twin.id} already counts the same. Edit that cap instead.`;
  if (Object.keys(errors).length > 0 || limit === null) throw new Invalid(errors);
  const timeZone = input.time_zone ?? openingHours(settings)?.timeZone ?? company.timeZone;
  return { side: owner.side, partyId: owner.id, offerId, measure, span, limit, stopsAutomatic, timeZone };
}

/** A cap in force as input. */
export function capInput(cap: CapView, { decimals }: Company): NewCap {
  return {
    offer_id: cap.offerId,
    measure: cap.measure,
    span: cap.span,
    limit: formatMoney(cap.limit, cap.measure === "revenue" ? decimals : 0),
    stops_automatic: cap.stopsAutomatic,
    time_zone: cap.timeZone,
  };
}
