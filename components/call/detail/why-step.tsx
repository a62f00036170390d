import { Check, Minus, X } from "lucide-react";
import { partyAddress } from "@/components/party/party-address";
import { clockText } from "@/components/ui/duration-text";
import { TextLink } from "@/components/ui/text-link";
import type { EvaluationStep, SettingsInForce } from "@/lib/evaluation/contract";
import { segmentAnchor } from "./transcript-marks";
import { clauseText, tellingClauses } from "./why-clauses";
import { stepName } from "./why-decided";

type WhyStepProps = {
  step: EvaluationStep;
  converts: boolean;
  stopped: boolean;
  settings: SettingsInForce | null;
  mayOpen: boolean;
};

const STATE = {
  held: { Icon: Check, text: "matched", className: "text-positive" },
  failed: { Icon: X, text: "not matched", className: "text-ink-muted" },
  off: { Icon: Minus, text: "off", className: "text-ink-muted" },
} as const;

const CLAUSES_SHOWN = 5;

export function WhyStep({ step, converts, stopped, settings, mayOpen }: WhyStepProps) {
  const { Icon, text, className } = STATE[stateOf(step)];
  const note = noteOf(step, converts, stopped);
  const clauses = tellingClauses(step);
  const more = clauses.length - CLAUSES_SHOWN;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 py-1">
      <Icon aria-hidden="true" strokeWidth={2.5} className={`mt-1 size-3.5 ${className}`} />
      <div className="min-w-0 break-words">
        <span className={converts ? "font-medium" : undefined}>
          {settings && step.rule_id !== null && mayOpen ? (
            <TextLink href={`${partyAddress(settings)}/conversion#rule-${step.rule_id}`}>{stepName(step)}</TextLink>
          ) : (
            stepName(step)
          )}
        </span>{" "}
        <span className={note === null ? "sr-only" : "text-ink-muted"}>{note ?? text}</span>
        {step.on && clauses.length === 0 && step.mechanism === "rule" && (
          <p className="text-12 text-ink-muted">No conditions: matches every call</p>
        )}
        <ul className="text-12 text-ink-muted">
          {clauses.slice(0, CLAUSES_SHOWN).map((clause, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule may ask the same twice, and the list never moves.
            <li key={position}>{clauseText(clause)}</li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
        {step.proof && <ProofLink proof={step.proof} />}
      </div>
    </li>
  );
}

function noteOf(step: EvaluationStep, converts: boolean, stopped: boolean): string | null {
  if (!step.on) return "off";
  if (!step.holds || converts) return null;
  return stopped ? "matched, but stopped by a cap" : "also matched; the first match converts";
}

function stateOf({ on, holds }: EvaluationStep): keyof typeof STATE {
  if (!on) return "off";
  return holds ? "held" : "failed";
}

function ProofLink({ proof }: { proof: NonNullable<EvaluationStep["proof"]> }) {
  return (
    <a
      href={`#${segmentAnchor(proof.marks[0]?.segment ?? 0)}`}
      className="rounded-sm text-12 text-accent underline decoration-from-font underline-offset-3 hover:text-accent-strong"
    >
      said at {clockText(proof.at_seconds)}
    </a>
  );
}
