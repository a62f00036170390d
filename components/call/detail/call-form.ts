import { moneyText } from "@/components/ui/money-text";
import { plainAmount } from "@/components/ui/plain-amount";
import type { ConversionUpdateInput } from "@/lib/call/client/call";
import type { Call } from "@/lib/call/contract/call";
import type { NamedParty } from "@/lib/party/contract";

export type CallForm = {
  buyer_converted: boolean;
  buyer: NamedParty | null;
  revenue: string;
  offer_converted: boolean;
  traffic_source: NamedParty | null;
  payout: string;
  reason: string;
};
export type EditedField = Exclude<keyof CallForm, "reason">;

/** In the order of the page. */
export const FIELDS = ["buyer_converted", "buyer", "revenue", "offer_converted", "traffic_source", "payout"] as const;

export const FIELD_LABELS: Record<EditedField, string> = {
  buyer_converted: "Buyer Converted?",
  buyer: "Buyer",
  revenue: "Revenue",
  offer_converted: "TS Converted?",
  traffic_source: "Traffic Source",
  payout: "Payout",
};

export function formValues(call: Call): CallForm {
  return {
    buyer_converted: call.buyer_converted ?? false,
    buyer: call.buyer,
    revenue: shownAmount(call.revenue, call.buyer_converted),
    offer_converted: call.offer_converted ?? false,
    traffic_source: call.traffic_source ?? null,
    payout: shownAmount(call.payout, call.offer_converted),
    reason: "",
  };
}

/** Blank while the side is not converted and has no amount, so that a typed 0.00 is an edit. */
function shownAmount(amount: string | undefined, converted: boolean | undefined): string {
  if (amount === undefined || (!converted && isZero(amount))) return "";
  return moneyText(amount);
}

export function isZero(amount: string): boolean {
  return /^[0.]+$/.test(amount);
}

/** The fields whose values differ, in the order of the page. */
export function differingFields(values: CallForm, reference: CallForm): EditedField[] {
  return FIELDS.filter((field) => comparable(values[field]) !== comparable(reference[field]));
}

function comparable(value: boolean | string | NamedParty | null): boolean | string | number | null {
  if (typeof value !== "string") return typeof value === "object" && value !== null ? value.id : value;
  const text = plainAmount(value);
  const match = /^0*(\d+)(?:\.(\d*?)0*)?$/.exec(text);
  return match ? `${match[1]}.${match[2] ?? ""}` : text;
}

/** Contains only the fields that differ from the call; null when none does. */
export function updateOf(call: Call, values: CallForm): ConversionUpdateInput | null {
  const fields = differingFields(values, formValues(call));
  if (fields.length === 0) return null;
  const reason = values.reason.trim();
  return {
    version: String(call.version),
    ...Object.fromEntries(fields.map((field) => parameterOf(field, values))),
    ...(reason && { reason }),
  };
}

function parameterOf(field: EditedField, values: CallForm): [string, boolean | string | undefined] {
  switch (field) {
    case "buyer":
      return ["buyer_id", values.buyer ? String(values.buyer.id) : undefined];
    case "traffic_source":
      return ["traffic_source_id", values.traffic_source ? String(values.traffic_source.id) : undefined];
    case "revenue":
    case "payout":
      return [field, plainAmount(values[field])];
    default:
      return [field, values[field]];
  }
}

export function fieldOf(parameter: string): keyof CallForm | null {
  if (parameter === "buyer_id") return "buyer";
  if (parameter === "traffic_source_id") return "traffic_source";
  return parameter === "reason" || FIELDS.some((field) => field === parameter) ? (parameter as keyof CallForm) : null;
}
