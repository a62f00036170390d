"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { capUseText } from "@/components/conversion/cap-use-text";
import { postsText } from "@/components/conversion/posts-text";
import { reasonLabel } from "@/components/conversion/reason-words";
import { Status } from "@/components/ui/status";
import type { Preview } from "@/lib/conversion/contract/preview";
import { billingQuery } from "@/lib/ledger/client";
import { FIELD_LABELS, FIELDS } from "./call-form";
import { issuedStatements } from "./issued-statements";
import type { CallPreview } from "./use-call-preview";

export function PreviewLines({ callId, preview }: { callId: number; preview: CallPreview }) {
  const { shown, isStale, errors, isUnavailable } = preview;
  const wrong = FIELDS.filter((field) => errors[field]);
  return (
    <>
      <p className={clsx("min-h-5 text-pretty tabular-nums", shown && !isStale && "text-ink")}>
        {shown &&
          (shown.entries.length > 0
            ? `Next rollup posts: ${postsText(shown, { besideCall: true })}`
            : "No effect on billing.")}
        {wrong.length > 0 && (
          <Status tone="caution">Not ready to save: {wrong.map((field) => FIELD_LABELS[field]).join(", ")}</Status>
        )}
        {isUnavailable && "The billing preview is unavailable right now."}
      </p>
      {shown && <Besides callId={callId} preview={shown} />}
    </>
  );
}

function Besides({ callId, preview }: { callId: number; preview: Preview }) {
  const { data: billing } = useSuspenseQuery(billingQuery(callId));
  const { caps, inbox, held, superseded, entries, warnings } = preview;
  const notes = [
    ...caps.filter(({ over }) => !over).map(capUseText),
    ...issuedStatements(entries, billing).map((name) => `${name} stays as issued`),
  ];
  const cautions = [
    ...warnings,
    ...caps.filter(({ over }) => over).map(capUseText),
    ...inbox.map(({ reason, problem }) => `Goes to the inbox: ${problem ?? reasonLabel(reason)}`),
    ...(held && inbox.length === 0 ? ["Goes to the inbox"] : []),
    ...(superseded ? ["A newer update exists: this one is recorded but not applied"] : []),
  ];
  if (notes.length + cautions.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 tabular-nums">
      {cautions.map((text) => (
        <Status key={text} tone="caution" className="whitespace-normal!">
          {text}
        </Status>
      ))}
      {notes.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  );
}
