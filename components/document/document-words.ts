import type { DocumentOwner } from "@/lib/document/client";
import type { RecordedKind } from "@/lib/document/domain/document-kind";

type Words = {
  readonly button: string;
  readonly title: string;
  readonly about: string;
  readonly submit: string;
};

const COMMON = {
  adjustment: {
    button: "Adjust",
    title: "Record an adjustment",
    about: "Appears on the next statement with its reason.",
    submit: "Record adjustment",
  },
  opening_balance: {
    button: "Opening balance",
    title: "Record the opening balance",
    about: "The balance before you started using Callmark. An account has one opening balance.",
    submit: "Record opening balance",
  },
} as const;

const WORDS: Readonly<Record<DocumentOwner["type"], Readonly<Record<RecordedKind, Words>>>> = {
  buyer: {
    ...COMMON,
    payment: {
      button: "Record payment",
      title: "Record a payment",
      about: "Money received from the buyer.",
      submit: "Record payment",
    },
    refund: {
      button: "Refund",
      title: "Record a refund",
      about: "Money returned to the buyer.",
      submit: "Record refund",
    },
    write_off: {
      button: "Write off",
      title: "Write off",
      about: "Records an unpaid balance of the buyer as bad debt.",
      submit: "Write off",
    },
  },
  traffic_source: {
    ...COMMON,
    payment: {
      button: "Pay",
      title: "Record a payment",
      about: "Money paid to the traffic source.",
      submit: "Record payment",
    },
    refund: {
      button: "Refund",
      title: "Record a refund",
      about: "Money returned by the traffic source.",
      submit: "Record refund",
    },
    write_off: {
      button: "Write off",
      title: "Write off",
      about: "Records an unrecovered balance of the traffic source as bad debt.",
      submit: "Write off",
    },
  },
};

export function documentWords(type: DocumentOwner["type"], kind: RecordedKind): Words {
  return WORDS[type][kind];
}

export const AGAINST_CHOICES = [
  { value: "adjustments", label: "Charges or fees" },
  { value: "tax", label: "Billed tax" },
] as const;

export function directionWords(type: DocumentOwner["type"]) {
  return type === "buyer"
    ? ([
        { value: "increase", label: "Buyer owes more" },
        { value: "decrease", label: "Buyer owes less" },
      ] as const)
    : ([
        { value: "increase", label: "Traffic source earned more" },
        { value: "decrease", label: "Traffic source earned less" },
      ] as const);
}
