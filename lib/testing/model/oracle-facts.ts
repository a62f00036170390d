import type { Side } from "@/lib/call/domain/call-state";
import type { PlainRule } from "./agreed-settings";
import type { OracleCall, OracleFacts } from "./oracle-call";
import type { World } from "./world";

/** The verdict on a side: what converts it, and the amount of a rule. */
export type OracleVerdict = { readonly by: string; readonly rule: number | null; readonly amount: bigint | null };

export function startOf({ recordedStart, reported }: OracleFacts): number {
  return Math.min(recordedStart, ...reported.flatMap(({ startedAt }) => startedAt?.getTime() ?? []));
}

function tokenOf({ entered, reported }: OracleFacts, name: string): string | undefined {
  const reportedToken = reported.filter(({ tokens }) => tokens?.[name] !== undefined);
  const last = reportedToken.toSorted((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0)).at(-1);
  return entered[name] ?? last?.tokens?.[name];
}

function callerOf({ recordedCaller, reported }: OracleFacts): string | null {
  return recordedCaller ?? reported.find(({ caller }) => caller !== undefined)?.caller ?? null;
}

/** Equal texts mean equal facts. */
export function factsText(facts: OracleFacts): string {
  const names = new Set([facts.entered, ...facts.reported.map(({ tokens = {} }) => tokens)].flatMap(Object.keys));
  const tokens = [...names].sort().map((name) => [name, tokenOf(facts, name)]);
  return JSON.stringify([startOf(facts), callerOf(facts), secondsOf(facts), facts.heard, tokens]);
}

/** Negative while unreported. */
function secondsOf({ reported }: OracleFacts): number {
  return Math.max(-1, ...reported.map(({ durationSeconds }) => durationSeconds ?? -1));
}

/** The first that holds: rules in order, the phrase, the duration. */
export function verdictOn(call: OracleCall, side: Side, world: World): OracleVerdict | null {
  const { facts } = call;
  const owner = ownerOf(call, side);
  const settings = owner === null ? undefined : world.settings(side, owner, startOf(facts));
  if (!settings || call[side].party === null) return null;
  const seconds = secondsOf(facts);
  const rule = settings.rules.find(
    ({ token, atLeastSeconds, duplicateSeconds }) =>
      (token === null || tokenOf(facts, token.name) === token.value) &&
      (atLeastSeconds === null || seconds >= atLeastSeconds) &&
      (duplicateSeconds === null || !isDuplicate(call, side, duplicateSeconds)),
  );
  if (rule) return { by: "rule", rule: rule.id, amount: amountOf(rule, facts) };
  if (settings.phrase !== null && facts.heard) return { by: "voice_agent", rule: null, amount: null };
  const isLonger = settings.longerThanSeconds !== null && seconds > settings.longerThanSeconds;
  return isLonger ? { by: "duration", rule: null, amount: null } : null;
}

function ownerOf({ buyer, offerId }: OracleCall, side: Side): number | null {
  return side === "buyer" ? buyer.party : offerId;
}

function isDuplicate(call: OracleCall, side: Side, seconds: number): boolean {
  const [caller, start] = [callerOf(call.facts), startOf(call.facts)];
  return call.siblings.some((other) => {
    const before = startOf(other.facts) - start || other.id - call.id;
    const isOfCaller = other.id !== call.id && caller !== null && callerOf(other.facts) === caller;
    const isOfParty = ownerOf(other, side) === ownerOf(call, side);
    return isOfCaller && isOfParty && other[side].on && before < 0 && startOf(other.facts) > start - seconds * 1000;
  });
}

function amountOf({ amount }: PlainRule, facts: OracleFacts): bigint | null {
  if (amount === null || typeof amount === "bigint") return amount;
  const text = tokenOf(facts, amount.token) ?? "";
  if (!/^[0-9]+\.[0-9]{2}$/.test(text)) return null;
  const minor = BigInt(text.replace(".", ""));
  if (minor < amount.minimum) return amount.minimum;
  return minor > amount.maximum ? amount.maximum : minor;
}
