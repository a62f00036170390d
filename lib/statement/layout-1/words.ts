import type { StatementLine } from "../contract/statement";

const KINDS: Readonly<Record<string, string>> = {
  charge: "Charges",
  credit: "Credits",
  payout: "Payouts",
  clawback: "Clawbacks",
  payment: "Payments",
  payment_reversal: "Payments taken back",
  refund: "Refunds",
  refund_reversal: "Refunds taken back",
  adjustment: "Adjustments",
  adjustment_reversal: "Adjustments taken back",
  write_off: "Write-offs",
  write_off_reversal: "Write-offs taken back",
  opening_balance: "Opening balances",
  opening_balance_reversal: "Opening balances taken back",
};

const REASONS: Readonly<Record<string, string>> = {
  late_conversion: "converted late",
  reversal: "conversion taken back",
  new_price: "new price",
  moved_away: "moved to another party",
  moved_here: "moved from another party",
  late_document: "recorded late",
  taken_back: "taken back",
};

export function kindsWord(kind: string): string {
  return KINDS[kind] ?? sentence(kind);
}

export function kindWord(kind: string): string {
  return sentence(kind);
}

/** `Late: conversion taken back; corrects charge of 2026-10-20 on INV-000101`. */
export function apartWords({ as, reason, corrects }: NonNullable<StatementLine["apart"]>): string {
  const what = `${as === "late" ? "Late" : "Correction"}: ${REASONS[reason] ?? reason}`;
  if (!corrects) return what;
  const kind = corrects.entry_id.split("-").at(-1) ?? "entry";
  return `${what}; corrects ${kind.replaceAll("_", " ")} of ${corrects.day}${corrects.statement ? ` on ${corrects.statement}` : ""}`;
}

/** A minus sign instead of a hyphen, and groups of thousands. */
export function amountWord(amount: string): string {
  const [whole = "", fraction] = amount.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount.startsWith("-") ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

function sentence(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1).replaceAll("_", " ")}`;
}
