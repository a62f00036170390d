"use client";

import { Lock, LockOpen, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { AutomaticDialog } from "./automatic-dialog";
import { mechanismText } from "./mechanism-text";
import type { CallEditor } from "./use-call-editor";

type SideDecisionProps = { side: "buyer" | "offer"; editor: CallEditor; mayUpdate: boolean; timeZone: string };

export function SideDecision({ side, editor, mayUpdate, timeZone }: SideDecisionProps) {
  const { base } = editor;
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState<"lock" | "automatic" | null>(null);
  const [decision, locked] =
    side === "buyer" ? [base.buyer_decision, base.buyer_locked] : [base.offer_decision, base.offer_locked];
  const name = side === "buyer" ? "the buyer side" : "the traffic source side";

  async function run(what: "lock" | "automatic", work: Promise<void>) {
    setBusy(what);
    await work;
    setBusy(null);
    setAsks(false);
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-ink-muted">
        <Decided editor={editor} side={side} timeZone={timeZone} />
        {locked && (
          <span className="inline-flex items-center gap-1 text-caution">
            <Lock aria-hidden="true" className="size-3" /> locked
          </span>
        )}
        {mayUpdate && (
          <span className="-ml-2 flex flex-wrap">
            <Button
              variant="plain"
              size="sm"
              busy={busy === "lock"}
              aria-label={`${locked ? "Unlock" : "Lock"} ${name}`}
              onClick={() => void run("lock", editor.lock(side, !locked))}
            >
              {locked ? (
                <LockOpen aria-hidden="true" className="size-3" />
              ) : (
                <Lock aria-hidden="true" className="size-3" />
              )}
              {locked ? "Unlock" : "Lock"}
            </Button>
            {decision?.explicit && (
              <Button
                variant="plain"
                size="sm"
                aria-label={`Return to automatic: ${name}`}
                onClick={() => setAsks(true)}
              >
                <Undo2 aria-hidden="true" className="size-3" /> Return to automatic
              </Button>
            )}
          </span>
        )}
      </div>
      <AutomaticDialog
        open={asks}
        side={side}
        busy={busy === "automatic"}
        onConfirm={() => void run("automatic", editor.returnToAutomatic(side))}
        onCancel={() => setAsks(false)}
      />
    </>
  );
}

function Decided({ editor, side, timeZone }: Pick<SideDecisionProps, "editor" | "side" | "timeZone">) {
  const following = side === "offer" && followingText(editor);
  const decision = side === "buyer" ? editor.base.buyer_decision : editor.base.offer_decision;
  if (following) return <span className="text-ink">{following}</span>;
  if (!decision) return <span>No conversion activity yet</span>;
  return (
    <span className="inline-block first-letter:uppercase">
      {decisionText(decision)} · <RelativeTime at={decision.decided_at} timeZone={timeZone} />
    </span>
  );
}

/** "override by Ana Ruiz", "override by Brightside Solar via the secure API", "set automatically by duration". */
function decisionText({ mechanism, rule, explicit, by }: NonNullable<CallEditor["base"]["buyer_decision"]>): string {
  if (mechanism === "follows_buyer") return "follows the buyer";
  if (!explicit) return `set automatically ${mechanismText(mechanism, rule)}`;
  const how = mechanism === "manual" && by ? "" : ` ${mechanismText(mechanism, rule)}`;
  return `override${by ? ` by ${by.name}` : ""}${how}`;
}

/** What saving does to an untouched traffic source side that follows the buyer; null when it stays as it is. */
function followingText({ preview, values, edited }: CallEditor): string | null {
  const converts = preview.shown?.offer?.after.converted;
  if (converts === undefined || converts === values.offer_converted || edited.includes("offer_converted")) return null;
  return converts ? "Converts with the buyer" : "Reversed with the buyer";
}
