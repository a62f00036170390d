import type { CallChange } from "@/lib/conversion/domain/billing";
import type { Wish } from "@/lib/conversion/domain/command";
import type { Decided } from "@/lib/conversion/domain/decide";
import { decideWithinCaps, type StoppedSide } from "@/lib/conversion/domain/decide-within-caps";
import { type StatementLimits, withinLimits } from "@/lib/conversion/domain/update-limits";
import type { NewChange } from "@/lib/db/calls/append-changes";
import type { NewTokens } from "@/lib/db/calls/merge-tokens";
import { type BatchSurroundings, eventKey, type LimitsText, type StatedEvent } from "@/lib/db/calls/read-surroundings";
import type { NewEvent } from "@/lib/db/calls/record-events";
import type { InboxItem } from "@/lib/db/inbox/file-in-inbox";
import type { Actor } from "@/lib/domain/access/actor";
import type { CallState, Side } from "@/lib/domain/call/call-state";
import { type Mechanism, mechanismOfActor } from "@/lib/domain/call/mechanism";
import { tokenLimitError } from "@/lib/domain/call/token-limit";
import type { CapCounts } from "@/lib/domain/cap/cap-counts";
import { Invalid, StaleVersion } from "@/lib/domain/errors";
import { clipPayload } from "@/lib/domain/inbox/clip";
import { parseMoney } from "@/lib/domain/ledger/money";
import type { WorkingCall } from "./call-set";
import type { ConversionRequest, Outcome } from "./conversion-request";

const SIDES = ["buyer", "offer"] as const;

type Accepted = Extract<Decided, { ok: true }>;

/** Takes the requests of a batch one after the other and collects what has to be written for all of them. */
export class Fold {
  readonly changes: NewChange[] = [];
  readonly events: NewEvent[] = [];
  readonly inbox: InboxItem[] = [];
  readonly stopped: (StoppedSide & { readonly callId: number })[] = [];
  private readonly received: Set<string>;
  private readonly tokensOf = new Map<number, Readonly<Record<string, string>>>();

  constructor(
    private readonly known: BatchSurroundings,
    private readonly counts: CapCounts,
    private readonly now: Date,
    private readonly decimals: number,
  ) {
    this.received = new Set(known.received);
  }

  /** All tokens of the calls where some were set, one entry a call. */
  tokens(): NewTokens[] {
    return [...this.tokensOf].map(([callId, tokens]) => ({ callId, tokens }));
  }

  /** Calls whose tokens or parties changed. */
  factsChanged(): number[] {
    const moved = this.changes.filter(({ change }) => SIDES.some((side) => partyChanged(change, side)));
    return [...new Set([...this.tokensOf.keys(), ...moved.map(({ change }) => change.after.id)])];
  }

  /** Calls that some later call may have been a duplicate of, and of which a side is converted no more, or for another party. */
  fallen(): number[] {
    const gone = this.changes.filter(
      ({ change }) =>
        this.known.looksForDuplicates(change.before.offerId, change.before.buyer.partyId) &&
        SIDES.some(
          (side) => change.before[side].converted && (!change.after[side].converted || partyChanged(change, side)),
        ),
    );
    return [...new Set(gone.map(({ change }) => change.after.id))];
  }

  take(call: WorkingCall, request: ConversionRequest): Outcome {
    const { state } = call;
    const event = eventOf(request, state.id);
    const repeated = event !== null && this.received.has(eventKey(event));
    if (!repeated && request.expectedVersion !== undefined && request.expectedVersion !== state.version) {
      return { ok: false, error: new StaleVersion(request.expectedVersion, state.version) };
    }
    const offerFollowsBuyer = this.known.offerFollowsBuyer(state.offerId, state.startedAt);
    const { wish, outside } = this.limited(state, request.wish);
    const surroundings = { ...this.known, offerFollowsBuyer, repeated };
    const { decided, stopped } = decideWithinCaps(state, wish, surroundings, this.now, this.counts);
    if (!decided.ok) return { ok: false, error: new Invalid(decided.errors) };
    const tooMany = repeated ? null : tokenLimitError(this.tokensWith(state.id, request.tokens));
    if (tooMany !== null) return { ok: false, error: new Invalid({ tokens: tooMany }) };

    if (decided.change) this.counts.take(decided.change);
    this.stopped.push(...stopped.map((each) => ({ ...each, callId: state.id })));
    call.state = decided.call;
    call.touched ||= decided.change !== null || decided.call !== state;
    const held = outside === null || repeated ? decided.held : [...decided.held, "buyer" as const];
    this.collect(call, request, { ...decided, held }, event, outside);
    const tokensChanged = !repeated && this.setTokens(state.id, request.tokens);
    const { older, change } = decided;
    return { ok: true, callId: state.id, changed: change !== null || tokensChanged, held, older, repeated };
  }

  /** What the company lets the buyer's systems say; the lock of a side goes before. */
  private limited(state: CallState, wish: Wish): { readonly wish: Wish; readonly outside: string | null } {
    const limits = state.buyer.locked ? null : this.known.limitsOf(state.buyer.partyId, state.startedAt);
    if (limits === null || wish.kind !== "statement") return { wish, outside: null };
    const { statement, outside } = withinLimits(wish, statementLimits(limits, this.decimals), state, this.now);
    return { wish: statement, outside };
  }

  private collect(
    call: WorkingCall,
    request: ConversionRequest,
    decided: Accepted,
    event: StatedEvent | null,
    outside: string | null,
  ): void {
    const { actor, wish, reason } = request;
    const callId = call.state.id;
    const mechanism = mechanismOf(wish, actor);
    const occurredAt = wish.kind === "statement" ? (wish.occurredAt ?? null) : null;
    if (decided.change) {
      const { change } = decided;
      const { uuid, serviceDate, callerMasked } = call;
      this.changes.push({
        change,
        mechanism,
        actor,
        changedAt: this.now,
        occurredAt,
        serviceDate,
        callUuid: uuid,
        callerMasked,
        reason: reason ?? null,
      });
    }
    // What is not applied leaves no change: without an event of its own it would be nowhere.
    const unnamed = decided.older.length > 0 ? { callId, mechanism, eventId: crypto.randomUUID() } : null;
    const recorded = event ?? unnamed;
    if (recorded && !decided.repeated) {
      this.received.add(eventKey(recorded));
      this.events.push({ ...recorded, occurredAt, receivedAt: this.now, outcome: outcomeOf(decided) });
    }
    for (const side of decided.held) {
      const payload = clipPayload(request.payload ?? {});
      const statement = request.statement ? clipPayload(request.statement) : payload;
      this.inbox.push({
        receivedAt: this.now,
        reason: outside === null || side !== "buyer" ? "locked" : "outside_limits",
        callId,
        side,
        mechanism,
        actor,
        payload,
        statement,
        problem: side === "buyer" ? outside : null,
      });
    }
  }

  private setTokens(callId: number, tokens: Readonly<Record<string, string>> | undefined): boolean {
    if (!tokens) return false;
    const before = this.tokensBefore(callId);
    if (Object.entries(tokens).every(([name, value]) => Object.hasOwn(before, name) && before[name] === value))
      return false;
    this.tokensOf.set(callId, { ...before, ...tokens });
    return true;
  }

  private tokensWith(callId: number, tokens: ConversionRequest["tokens"]): Readonly<Record<string, string>> {
    return tokens ? { ...this.tokensBefore(callId), ...tokens } : {};
  }

  private tokensBefore(callId: number): Readonly<Record<string, string>> {
    return this.tokensOf.get(callId) ?? this.known.tokens.get(callId) ?? {};
  }
}

function statementLimits({ revenue, minimum, maximum, take_back_days }: LimitsText, decimals: number): StatementLimits {
  const minor = (text: string | null) => (text === null ? null : parseMoney(text, decimals));
  return { revenue, minimumMinor: minor(minimum), maximumMinor: minor(maximum), takeBackDays: take_back_days };
}

function partyChanged({ before, after }: CallChange, side: Side): boolean {
  return before[side].partyId !== after[side].partyId;
}

function eventOf({ wish }: ConversionRequest, callId: number): StatedEvent | null {
  if (wish.kind !== "statement" || wish.eventId === undefined) return null;
  return { callId, mechanism: wish.mechanism, eventId: wish.eventId };
}

/** A lock or a return to automatic has no mechanism of its own: it goes down in the log by who asked for it. */
function mechanismOf(wish: Wish, actor: Actor): Mechanism {
  return wish.kind === "statement" || wish.kind === "verdict" ? wish.mechanism : mechanismOfActor(actor);
}

function outcomeOf({ change, held, older }: Accepted): NewEvent["outcome"] {
  if (change === null && older.length > 0) return "older";
  return change === null && held.length > 0 ? "held" : "applied";
}
