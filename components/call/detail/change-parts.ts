import { moneyText } from "@/components/ui/money-text";
import type { Change } from "@/lib/call/contract/change";
import { mechanismText } from "./mechanism-text";

export type ChangePart =
  | { readonly kind: "flag"; readonly label: string; readonly from: boolean; readonly to: boolean }
  | { readonly kind: "value"; readonly label: string; readonly from: string; readonly to: string }
  | { readonly kind: "text"; readonly label: string };

type Moved<T> = { from: T; to: T };

export function changeParts(change: Change): ChangePart[] {
  const parts = [
    ...flag("Buyer Converted?", change.buyer_converted),
    ...decided("Buyer Converted?", change, "buyer"),
    ...value("Buyer", named(change.buyer)),
    ...value("Revenue", amount(change.revenue)),
    ...locked("Buyer side", change.buyer_locked),
    ...flag("TS Converted?", change.offer_converted),
    ...decided("TS Converted?", change, "offer"),
    ...value("Traffic Source", named(change.traffic_source)),
    ...value("Payout", amount(change.payout)),
    ...locked("Traffic source side", change.offer_locked),
  ];
  return parts.length > 0 ? parts : [{ kind: "text", label: "Changed fields that your role can’t see." }];
}

function flag(label: string, moved: Moved<boolean> | undefined): ChangePart[] {
  return moved ? [{ kind: "flag", label, ...moved }] : [];
}

/** Omitted if the change's own mechanism set the flag: the line already names it. */
function decided(label: string, change: Change, side: "buyer" | "offer"): ChangePart[] {
  const moved = change[`${side}_decided`];
  const flipped = change[`${side}_converted`] !== undefined;
  if (!moved || (flipped && moved.to === change.mechanism)) return [];
  const to = moved.to === null ? "returned to automatic" : `now set ${mechanismText(moved.to)}`;
  return [{ kind: "text", label: `${label} ${to}` }];
}

function value(label: string, moved: Moved<string> | undefined): ChangePart[] {
  return moved ? [{ kind: "value", label, ...moved }] : [];
}

function locked(label: string, moved: Moved<boolean> | undefined): ChangePart[] {
  return moved ? [{ kind: "text", label: `${label} ${moved.to ? "locked" : "unlocked"}` }] : [];
}

function named(moved: Moved<{ name: string } | null> | undefined): Moved<string> | undefined {
  return moved && { from: moved.from?.name ?? "none", to: moved.to?.name ?? "none" };
}

function amount(moved: Moved<string> | undefined): Moved<string> | undefined {
  return moved && { from: moneyText(moved.from), to: moneyText(moved.to) };
}
