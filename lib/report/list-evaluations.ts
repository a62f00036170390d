import type { Context } from "@/lib/access/context";
import { type Area, may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import type { CallRef } from "@/lib/call/domain/call-ref";
import { mayReadToken } from "@/lib/call/domain/pricing-tokens";
import { findCallId } from "@/lib/call/sql/find-call";
import { readPricingTokens } from "@/lib/call/sql/pricing-tokens";
import { listEvaluations as readEvaluations, type StoredEvaluation } from "@/lib/conversion/sql/list-evaluations";
import type { Clause, Evaluation, EvaluationList, EvaluationStep } from "@/lib/evaluation/contract";
import type { Clause as StoredClause } from "@/lib/evaluation/domain/clause";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { settingsInForce } from "@/lib/settings/sql/settings-in-force";

const FLAG = { buyer: "call.buyer_converted", offer: "call.offer_converted" } as const satisfies Record<string, Area>;

/**
 * Why a call converted automatically or did not: the steps of each side that the actor may read. Amounts are not shown;
 * token values and transcript quotes need the permission to read call details. Throws `Forbidden` or `NotFound`.
 */
export async function listEvaluations(ctx: Context, ref: CallRef): Promise<EvaluationList> {
  permit(ctx.actor, "read", "calls");
  const { access } = ctx.actor;
  const sides = (["buyer", "offer"] as const).filter((side) => may(access, "read", FLAG[side]));
  const { settings, evaluations, pricing } = await readInCompanySql(ctx.company.id, async (tx) => {
    const id = await findCallId(tx, ref);
    if (id === null) throw new NotFound();
    const [settings, evaluations, pricing] = await Promise.all([
      settingsInForce(tx, id),
      readEvaluations(tx, id, sides),
      readPricingTokens(tx),
    ]);
    return { settings, evaluations, pricing };
  });
  const reader: Reader = {
    seesDetails: may(access, "read", "call.details"),
    hides: (token) => !mayReadToken(access, pricing, token),
  };
  return {
    status: 200,
    sides: sides.map((side) => ({ side, settings: settings[side] })),
    evaluations: evaluations.map((evaluation) => present(evaluation, reader)),
  };
}

type Reader = {
  readonly seesDetails: boolean;
  /** Whether the token sets an amount that the reader may not read. */
  readonly hides: (token: string) => boolean;
};

function present(stored: StoredEvaluation, reader: Reader): Evaluation {
  const { side, number, evaluatedAt, settings, converting, steps } = stored;
  return {
    side,
    number,
    evaluated_at: evaluatedAt.toISOString(),
    settings,
    converting,
    steps: steps.map((step) => presentStep(step, reader)),
  };
}

type StoredStep = StoredEvaluation["steps"][number];

function presentStep(step: StoredStep, reader: Reader): EvaluationStep {
  const { mechanism, name, ruleId, on, verdictOf } = step;
  return {
    mechanism,
    name,
    rule_id: ruleId,
    on,
    holds: verdictOf.holds,
    clauses: verdictOf.clauses.map((clause) => presentClause(clause, reader)),
    ...(reader.seesDetails && { proof: proofOf(verdictOf.proof) }),
  };
}

/** A bound reveals little about an amount; an equality reveals it. */
const IS_BOUND = /^[>≥<≤] |^(exists|is missing)$/;

/** The value seen of a token is personal. For a hidden amount, the value wanted is hidden too. */
function presentClause(clause: StoredClause, { seesDetails, hides }: Reader): Clause {
  const { subject, wanted, seen, holds, personal } = clause;
  if (personal && hides(subject)) return { subject, ...(IS_BOUND.test(wanted) && { wanted }), holds };
  return { subject, wanted, ...((seesDetails || !personal) && { seen }), holds };
}

function proofOf(proof: StoredStep["verdictOf"]["proof"]): EvaluationStep["proof"] {
  if (!proof) return null;
  return { quote: proof.quote, at_seconds: proof.atSeconds, marks: proof.marks.map((mark) => ({ ...mark })) };
}
