import { useState } from "react";
import { toast } from "sonner";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyId } from "@/components/ui/copy-id";
import { RelativeTime } from "@/components/ui/relative-time";
import type { useSaveWebhook } from "@/lib/inbound/client/webhook";
import type { BuyerWebhook } from "@/lib/inbound/contract/webhook";
import { refusalText } from "@/lib/platform/client/refusal-text";

type HookAddressProps = {
  webhook: BuyerWebhook;
  mayEdit: boolean;
  timeZone: string;
  save: ReturnType<typeof useSaveWebhook>;
};
type Question = "url" | "secret";

const QUESTIONS: Record<Question, { title: string; body: string; label: string }> = {
  url: {
    title: "Make a new address?",
    body: "The one that the buyer uses now leads nowhere from then on. Its posts are lost until it uses the new one.",
    label: "New address",
  },
  secret: {
    title: "Make a new secret?",
    body: "The one before holds for another day, so that nothing is lost while the buyer is told the new one.",
    label: "New secret",
  },
};

/** Where to post and how to sign it. Key and secret can be read once, when they are made. */
export function HookAddress({ webhook, mayEdit, timeZone, save }: HookAddressProps) {
  const [asked, ask] = useState<Question | null>(null);
  const isFresh = !webhook.url.endsWith("•");
  const change = (update: Parameters<typeof save.mutate>[0]) =>
    save.mutate(update, { onSuccess: () => ask(null), onError: (error) => toast.error(refusalText(error)) });

  return (
    <div className="space-y-3 text-13">
      {(isFresh || webhook.secret !== undefined) && (
        <Alert tone="positive" title="Copy this now: it is not shown again">
          {isFresh && (
            <p>
              Address <CopyId value={webhook.url} label="Copy address" />
            </p>
          )}
          {webhook.secret !== undefined && (
            <p>
              Secret <CopyId value={webhook.secret} label="Copy secret" />
            </p>
          )}
        </Alert>
      )}
      {!isFresh && <p className="break-all font-mono text-12">{webhook.url}</p>}
      <p className="text-ink-muted">
        The buyer posts <code className="font-mono text-12">call_uuid</code> (or{" "}
        <code className="font-mono text-12">caller</code>) and <code className="font-mono text-12">converted</code>, as
        a form, JSON or in the query, as often as it likes: each post corrects the one before.
      </p>
      {mayEdit ? (
        <>
          <Checkbox
            label="Ask for a signature"
            hint="As Standard Webhooks has it. Without, the key in the address suffices."
            checked={webhook.signature_required}
            disabled={save.isPending}
            onChange={(event) => change({ signature_required: event.target.checked })}
          />
          <Checkbox
            label="Pause"
            hint="What arrives then waits in the inbox."
            checked={webhook.paused}
            disabled={save.isPending}
            onChange={(event) => change({ paused: event.target.checked })}
          />
          <div className="flex flex-wrap items-center gap-2">
            <Button onClick={() => ask("secret")}>{webhook.has_secret ? "New secret …" : "Make a secret …"}</Button>
            <Button onClick={() => ask("url")}>New address …</Button>
            {webhook.old_secret_until && (
              <span className="text-12 text-ink-muted">
                The secret before holds until <RelativeTime at={webhook.old_secret_until} timeZone={timeZone} />
              </span>
            )}
          </div>
        </>
      ) : (
        <p>{webhook.signature_required ? "Asks for a signature." : "Asks for no signature."}</p>
      )}
      <ConfirmDialog
        open={asked !== null}
        title={asked ? QUESTIONS[asked].title : ""}
        confirmLabel={asked ? QUESTIONS[asked].label : ""}
        danger={asked === "url"}
        busy={save.isPending}
        onConfirm={() => change(asked === "url" ? { renew_url: true } : { new_secret: true })}
        onCancel={() => ask(null)}
      >
        {asked && <p>{QUESTIONS[asked].body}</p>}
      </ConfirmDialog>
    </div>
  );
}
