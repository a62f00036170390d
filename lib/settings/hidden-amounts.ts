import { isDeepStrictEqual } from "node:util";
import { may, permission } from "@/lib/access/domain/access";
import type { Actor } from "@/lib/access/domain/actor";
import { Forbidden } from "@/lib/base/errors";
import type { ConversionSettings } from "./contract/conversion-settings";
import { AMOUNT_AREA } from "./domain/may-see-amounts";

/** The settings with the amounts of rules and limits removed, for readers without their permission. */
export function withoutAmounts<Settings extends ConversionSettings>(settings: Settings): Settings {
  return {
    ...settings,
    rules: settings.rules.map((rule) => ({ ...rule, amount: null })),
    ...("statements" in settings && { statements: { ...settings.statements, minimum: null, maximum: null } }),
  };
}

/**
 * The settings to save. Who may not update amounts keeps the stored ones: amounts that they can't read are absent from
 * what they send. Throws `Forbidden` if they send others.
 */
export function withKeptAmounts<Settings extends ConversionSettings>(
  actor: Actor,
  side: "buyer" | "offer",
  { stored, sent }: { readonly stored: ConversionSettings; readonly sent: Settings },
): Settings {
  const area = AMOUNT_AREA[side];
  if (may(actor.access, "update", area)) return sent;
  const isBlind = !may(actor.access, "read", area);
  function allowed<Amount>(before: Amount | null, after: Amount | null): Amount | null {
    if (isDeepStrictEqual(before, after) || (isBlind && after === null)) return before;
    throw new Forbidden(permission(area, "update"));
  }
  const amountOf = new Map(stored.rules.map(({ id, amount }) => [id, amount]));
  const limits = "statements" in stored ? stored.statements : null;
  return {
    ...sent,
    rules: sent.rules.map((rule) => ({
      ...rule,
      amount: allowed((rule.id === null ? null : amountOf.get(rule.id)) ?? null, rule.amount),
    })),
    ...("statements" in sent && {
      statements: {
        ...sent.statements,
        minimum: allowed(limits?.minimum ?? null, sent.statements.minimum),
        maximum: allowed(limits?.maximum ?? null, sent.statements.maximum),
      },
    }),
  };
}
