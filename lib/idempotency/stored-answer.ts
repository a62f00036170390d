import type { Context, IdempotencyKey } from "@/lib/access/context";
import { AREAS } from "@/lib/access/domain/access";
import { Conflict, Invalid } from "@/lib/base/errors";
import { seal, unseal } from "@/lib/platform/config/seal";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { StartOver } from "@/lib/platform/sql/start-over";
import { IDEMPOTENCY_KEY } from "./read-idempotency-key";
import { findAnswers, insertAnswers, type NewAnswer, type StoredAnswer } from "./sql/answers";

/** Who asks under which key. */
export type Keyed = Pick<Context, "company" | "actor"> & { readonly idempotencyKey: IdempotencyKey };
type Answered = Keyed & { readonly body: object };

/** Another server stored an answer under the same key while this transaction ran. Begin again to replay it. */
export class KeyTaken extends StartOver {
  constructor() {
    super("Another server answered under the same Idempotency-Key. Begin again.");
  }
}

/** The stored answers to these requests, by key; none is asked for without requests. */
export async function findStored(tx: SqlTx, asking: readonly Keyed[]): Promise<ReadonlyMap<string, StoredAnswer>> {
  if (asking.length === 0) return new Map();
  const stored = await findAnswers(
    tx,
    asking.map(({ idempotencyKey }) => idempotencyKey.key),
  );
  return new Map(stored.map((answer) => [answer.key, answer]));
}

/**
 * Opens the first answer. Throws `Invalid` if it answered another request, and `Conflict` if it cannot be shown: the
 * sender's permissions changed since, or personal data in it was erased.
 */
export function openStored<Body extends object>(asking: Keyed, stored: StoredAnswer): Body {
  const { idempotencyKey, company } = asking;
  if (stored.request !== idempotencyKey.request) {
    throw new Invalid({ [IDEMPOTENCY_KEY]: "This key was sent with another request. Use a new key for each request." });
  }
  if (stored.answer === null) throw new Conflict(`${APPLIED} Its answer was erased with personal data in it.`);
  const opened = JSON.parse(unseal(sealedFor(company.id, stored.key), stored.answer));
  if (opened.access !== accessOf(asking)) {
    throw new Conflict(`${APPLIED} Your permissions have changed since, so its answer isn’t repeated.`);
  }
  return opened.body;
}

const APPLIED = "The first request under this Idempotency-Key was applied.";

/** Stores answers in the transaction of their effects. Throws `KeyTaken`. */
export async function storeAnswers(tx: SqlTx, answered: readonly Answered[], at: Date): Promise<void> {
  if (answered.length === 0) return;
  if (!(await insertAnswers(tx, answered.map(sealedAnswer), at))) throw new KeyTaken();
}

function sealedAnswer({ body, ...asking }: Answered): NewAnswer {
  const { company, idempotencyKey } = asking;
  const text = JSON.stringify({ access: accessOf(asking), body });
  return { ...idempotencyKey, answer: seal(sealedFor(company.id, idempotencyKey.key), text), ...callsIn(body) };
}

type WithCalls = { readonly call?: WithId; readonly results?: readonly { readonly call?: WithId }[] };
type WithId = { readonly id: number };

/** The calls that an answer shows, so that it is erased with one of them. */
function callsIn({ call, results }: WithCalls): Pick<NewAnswer, "callId" | "callIds"> {
  const callIds = Array.isArray(results) ? results.flatMap((result: WithCalls) => result.call?.id ?? []) : [];
  return { callId: call?.id ?? null, callIds };
}

function accessOf({ actor: { access, buyerIds } }: Keyed): string {
  return [...AREAS.map((area) => access[area]), ...(buyerIds ?? ["all"])].join(" ");
}

function sealedFor(company: number, key: string) {
  return { purpose: "callmark idempotent answers", owner: `${company}:${key}` };
}
