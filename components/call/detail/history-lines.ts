import type { Change, TokenChange } from "@/lib/call/contract/change";

/** A change, or the tokens that one sender set at one moment. */
export type HistoryLine =
  | { readonly kind: "change"; readonly at: string; readonly change: Change }
  | { readonly kind: "tokens"; readonly at: string; readonly tokens: readonly TokenChange[] };

/** Newest first, as both inputs are. At the same moment the change comes before the tokens that caused it. */
export function historyLines(changes: readonly Change[], tokenChanges: readonly TokenChange[]): readonly HistoryLine[] {
  const lines: HistoryLine[] = [
    ...changes.map((change) => ({ kind: "change", at: change.changed_at, change }) as const),
    ...atOneMoment(tokenChanges).map((tokens) => ({ kind: "tokens", at: tokens[0].changed_at, tokens }) as const),
  ];
  return lines.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

type Moment = [TokenChange, ...TokenChange[]];

function atOneMoment(tokenChanges: readonly TokenChange[]): Moment[] {
  const groups: Moment[] = [];
  for (const change of tokenChanges) {
    const last = groups.at(-1);
    if (last && isSameMoment(last[0], change)) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

function isSameMoment(one: TokenChange, other: TokenChange): boolean {
  return (
    one.changed_at === other.changed_at && one.actor.name === other.actor.name && one.mechanism === other.mechanism
  );
}
