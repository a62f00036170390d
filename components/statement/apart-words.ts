import type { StatementLine } from "@/lib/statement/contract/statement";
import type { ApartReason } from "@/lib/statement/domain/apart";

const REASONS: Readonly<Record<ApartReason, string>> = {
  late_conversion: "converted late",
  reversal: "conversion taken back",
  new_price: "new price",
  moved_away: "moved to another party",
  moved_here: "moved from another party",
  late_document: "recorded late",
  taken_back: "taken back",
};

/** "Correction: conversion taken back" where its month was closed, "Late: …" where its day was on a statement before. */
export function apartWords({ as, reason }: NonNullable<StatementLine["apart"]>): string {
  return `${as === "late" ? "Late" : "Correction"}: ${REASONS[reason]}`;
}
