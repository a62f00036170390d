import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { EventCall } from "@/lib/inbound/contract/integration";

const SIGNATURES: Readonly<Record<string, readonly [Tone, string]>> = {
  valid: ["positive", "valid"],
  missing: ["negative", "missing"],
  wrong: ["negative", "invalid"],
  too_old: ["negative", "expired"],
  not_checked: ["neutral", "not checked"],
};

const OUTCOMES: Readonly<Record<string, readonly [Tone, string]>> = {
  applied: ["positive", "accepted"],
  repeated: ["neutral", "duplicate"],
  ignored: ["neutral", "ignored"],
  waiting: ["pending", "waiting"],
  refused: ["negative", "rejected"],
};

/** For filters, in the order of interest. */
export const OUTCOME_CHOICES = [
  { value: "applied", label: "Accepted" },
  { value: "repeated", label: "Duplicate" },
  { value: "ignored", label: "Ignored" },
  { value: "waiting", label: "Waiting" },
  { value: "refused", label: "Rejected" },
] as const;

const STATES: Record<EventCall["state"], string> = {
  created: "created",
  updated: "updated",
  unchanged: "unchanged",
  repeated: "duplicate",
  waiting: "waiting for more data",
  refused: "rejected",
};

export function SignatureStatus({ signature }: { signature: string }) {
  const [tone, word] = SIGNATURES[signature] ?? ["neutral", signature];
  return <Status tone={tone}>{word}</Status>;
}

export function OutcomeStatus({ outcome }: { outcome: string }) {
  const [tone, word] = OUTCOMES[outcome] ?? ["neutral", outcome];
  return <Status tone={tone}>{word}</Status>;
}

export function stateText({ state }: Pick<EventCall, "state">): string {
  return STATES[state];
}
