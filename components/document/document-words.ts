import type { DocumentOwner } from "@/lib/document/client";
import type { RecordedKind } from "@/lib/document/domain/document-kind";

type Words = {
  readonly button: string;
  readonly title: string;
  /** What it does to the books, for who has not done it before. */
  readonly about: string;
  readonly submit: string;
};

const COMMON = {
  adjustment: {
    button: "Adjust",
    title: "Record an adjustment",
    about: "It stands on the next statement, with its reason.",
    submit: "Record adjustment",
  },
  opening_balance: {
    button: "Opening balance",
    title: "Record the opening balance",
    about: "What was open before this account was kept here. There is one at a time.",
    submit: "Record opening balance",
  },
} as const;

const WORDS: Readonly<Record<DocumentOwner["type"], Readonly<Record<RecordedKind, Words>>>> = {
  buyer: {
    ...COMMON,
    payment: {
      button: "Record payment",
      title: "Record a payment",
      about: "Money that came from the buyer.",
      submit: "Record payment",
    },
    refund: {
      button: "Refund",
      title: "Record a refund",
      about: "Money that went back to the buyer.",
      submit: "Record refund",
    },
    write_off: {
      button: "Write off",
      title: "Write off",
      about: "What the buyer owes and will not pay becomes a bad debt.",
      submit: "Write off",
    },
  },
  traffic_source: {
    ...COMMON,
    payment: {
      button: "Pay",
      title: "Record a payment",
      about: "Money that went to the traffic source.",
      submit: "Record payment",
    },
    refund: {
      button: "Refund",
      title: "Record a refund",
      about: "Money that the traffic source gave back.",
      submit: "Record refund",
    },
    write_off: {
      button: "Write off",
      title: "Write off",
      about: "What the traffic source owes and will not give back becomes a bad debt.",
      submit: "Write off",
    },
  },
};

export function documentWords(type: DocumentOwner["type"], kind: RecordedKind): Words {
  return WORDS[type][kind];
}

export const AGAINST_CHOICES = [
  { value: "adjustments", label: "Charges or fees" },
  { value: "tax", label: "Tax that was billed" },
] as const;

export function directionWords(type: DocumentOwner["type"]) {
  return type === "buyer"
    ? ([
        { value: "increase", label: "Owes more" },
        { value: "decrease", label: "Owes less" },
      ] as const)
    : ([
        { value: "increase", label: "Earned more" },
        { value: "decrease", label: "Earned less" },
      ] as const);
}
