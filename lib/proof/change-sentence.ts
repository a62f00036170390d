import type { WrongChange } from "./sql/find-wrong-change";

const WRONG: Readonly<Record<WrongChange["wrong"], string>> = {
  order: "is missing from the change log, or one before it is",
  before: "does not begin where the change before it ends",
  charge: "bills the buyer something else than what it says of the buyer's side",
  payout: "owes the traffic source something else than what it says of its side",
  after: "does not lead to the call as it stands",
  queue: "waits for a rollup and has nothing to bill",
  day: "waits for a rollup with another day than the change log says",
};

export function changeSentence({ callId, version, wrong }: WrongChange): string {
  return `change ${version} of call ${callId} ${WRONG[wrong]}`;
}
