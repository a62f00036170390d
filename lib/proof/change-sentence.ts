import type { WrongChange } from "./sql/find-wrong-change";

const WRONG: Readonly<Record<WrongChange["wrong"], string>> = {
  order: "or an earlier one is missing from the change log",
  before: "doesn’t start from the previous change",
  charge: "bills the buyer another amount than its buyer side has",
  payout: "owes the traffic source another amount than its offer side has",
  after: "doesn’t lead to the current call",
  queue: "is pending but has nothing to bill",
  day: "is pending with another day than in the change log",
};

export function changeSentence({ callId, version, wrong }: WrongChange): string {
  return `change ${version} of call ${callId} ${WRONG[wrong]}`;
}
