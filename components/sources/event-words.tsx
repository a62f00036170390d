import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { EventCall, IntegrationEvent } from "@/lib/inbound/contract/integration";

const SIGNATURES: Record<IntegrationEvent["signature"], readonly [Tone, string]> = {
  valid: ["positive", "valid"],
  missing: ["negative", "missing"],
  wrong: ["negative", "wrong"],
  too_old: ["negative", "too old"],
  not_checked: ["neutral", "not checked"],
};

const OUTCOMES: Record<IntegrationEvent["outcome"], readonly [Tone, string]> = {
  applied: ["positive", "taken in"],
  repeated: ["neutral", "repeated"],
  ignored: ["neutral", "ignored"],
  waiting: ["pending", "waiting"],
  refused: ["negative", "refused"],
};

const STATES: Record<EventCall["state"], string> = {
  created: "made",
  updated: "updated",
  unchanged: "nothing new",
  repeated: "said before",
  waiting: "waits for more",
  refused: "refused",
};

export function SignatureStatus({ signature }: Pick<IntegrationEvent, "signature">) {
  const [tone, word] = SIGNATURES[signature];
  return <Status tone={tone}>{word}</Status>;
}

export function OutcomeStatus({ outcome }: Pick<IntegrationEvent, "outcome">) {
  const [tone, word] = OUTCOMES[outcome];
  return <Status tone={tone}>{word}</Status>;
}

export function stateText({ state }: Pick<EventCall, "state">): string {
  return STATES[state];
}
