import type { CompanyId } from "@/lib/base/ids";
import type { Random } from "@/lib/base/random";
import { callerHash } from "@/lib/call/caller-hash";
import type { Side } from "@/lib/call/domain/call-state";
import { mergeFacts } from "@/lib/call/domain/merge-facts";
import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { AddFacts } from "@/lib/conversion/domain/command";
import { PHRASE } from "./agreed-settings";
import type { ModelCall } from "./given-model";
import type { OracleFacts } from "./oracle-call";
import type { Ids } from "./world";

const FIVE_MINUTES_MS = 300_000;

/** An event of an integration. Its sequence number does not depend on its arrival, and it is sometimes a repetition. */
export function someReport(
  random: Random,
  company: CompanyId,
  { oracle: { facts, buyer, offer }, caller }: ModelCall,
): { readonly command: AddFacts; readonly event: ReportedFacts } {
  const [first, ...others] = facts.reported;
  const event =
    first && random.chance(0.15)
      ? random.pick([first, ...others])
      : someEvent(random, facts, caller, buyer.locked || offer.locked);
  const recorded = { eventId: "recorded", startedAt: new Date(facts.recordedStart) };
  const before = mergeFacts([recorded, ...facts.reported]);
  const after = mergeFacts([recorded, ...facts.reported, event]);
  const hash = after.caller === null ? null : Buffer.from(callerHash(company, after.caller)).toString("hex");
  return { command: { kind: "addFacts", facts: { kind: "report", before, after, callerHash: hash } }, event };
}

/** A locked side keeps the amount of its terms, so the start of its call must not change. */
function someEvent(
  random: Random,
  { recordedStart }: OracleFacts,
  caller: string | null,
  isLocked: boolean,
): ReportedFacts {
  const seconds = random.pick([20, 45, 61, 90, 121, 300]);
  const earlier = random.between(1, random.pick([3, 24, 600])) * FIVE_MINUTES_MS;
  return {
    eventId: `event ${random.between(1, 1_000_000_000)}`,
    sequence: random.next(),
    ...(random.chance(0.6) && { durationSeconds: seconds, connectedSeconds: seconds - 10 }),
    ...(!isLocked && random.chance(0.15) && { startedAt: new Date(recordedStart - earlier) }),
    ...(caller !== null && random.chance(0.5) && { caller }),
    tokens: {
      ...(random.chance(0.4) && { sold: random.pick(["yes", "no"]) }),
      ...(random.chance(0.4) && { quote: random.pick(["3.00", "21.00", "90.00", "", "later"]) }),
    },
  };
}

/** Fills empty parties and tokens. */
export function someFill(random: Random, partyIds: Readonly<Record<Side, Ids>>): AddFacts {
  const party = (side: Side) => (random.chance(0.5) ? random.pick(partyIds[side]) : null);
  const nothing = { answeredAt: null, endedAt: null, durationSeconds: null, connectedSeconds: null, caller: null };
  const tokens: Record<string, string> = random.chance(0.7) ? { region: random.pick(["north", "south"]) } : {};
  return {
    kind: "addFacts",
    facts: {
      ...{ kind: "fill", ...nothing, recordingUrl: null, callerHash: null, tokens },
      ...{ buyerId: party("buyer"), trafficSourceId: party("offer") },
    },
  };
}

export function someTranscript(): AddFacts {
  const segments = [{ speaker: "customer", text: `Yes, please ${PHRASE}.`, atSeconds: 5 }];
  return { kind: "addFacts", facts: { kind: "transcript", segments, callerHash: null } };
}
