import { Check, Clock, type LucideIcon, Minus, TriangleAlert, X } from "lucide-react";

/** Positive: done. Neutral: off. Pending: waiting. Caution: needs review. Negative: rejected or reversed. */
export type Tone = "positive" | "neutral" | "pending" | "caution" | "negative";

export const TONE_ICON: Record<Tone, LucideIcon> = {
  positive: Check,
  neutral: Minus,
  pending: Clock,
  caution: TriangleAlert,
  negative: X,
};

export const TONE_TEXT: Record<Tone, string> = {
  positive: "text-positive",
  neutral: "text-neutral",
  pending: "text-caution",
  caution: "text-caution",
  negative: "text-negative",
};

export const TONE_TINT: Record<Tone, string> = {
  positive: "bg-positive-tint text-positive",
  neutral: "bg-neutral-tint text-neutral",
  pending: "bg-caution-tint text-caution",
  caution: "bg-caution-tint text-caution",
  negative: "bg-negative-tint text-negative",
};
