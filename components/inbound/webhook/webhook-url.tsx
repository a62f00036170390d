import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import type { useSaveWebhook } from "@/lib/inbound/client/webhook";
import type { BuyerWebhook } from "@/lib/inbound/contract/webhook";
import { refusalText } from "@/lib/platform/client/refusal-text";

type WebhookUrlProps = {
  webhook: BuyerWebhook;
  mayEdit: boolean;
  timeZone: string;
  save: ReturnType<typeof useSaveWebhook>;
};
type Question = "address" | "secret";

const QUESTIONS: Record<Question, { title: string; body: string; label: string }> = {
  address: {
    title: "Create a new URL?",
    body: "The current URL stops working immediately. The buyer’s webhooks are lost until it uses the new URL.",
    label: "Create URL",
  },
  secret: {
    title: "Create a new secret?",
    body: "The current secret stays valid for 24 hours, so that the buyer has time to switch.",
    label: "Create secret",
  },
};

export function WebhookUrl({ webhook, mayEdit, timeZone, save }: WebhookUrlProps) {
  const [asked, ask] = useState<Question | null>(null);
  const change = (update: Parameters<typeof save.mutate>[0]) =>
    save.mutate(update, { onSuccess: () => ask(null), onError: (error) => toast.error(refusalText(error)) });

  return (
    <div className="space-y-3 text-13">
      <p className="break-all font-mono text-12">{webhook.url}</p>
      <p className="text-ink-muted">
        The buyer sends <code className="font-mono text-12">call_uuid</code> (or{" "}
        <code className="font-mono text-12">caller</code>) and <code className="font-mono text-12">converted</code>, as
        a form, JSON or query parameters. Each webhook corrects the one before.
      </p>
      {mayEdit ? (
        <>
          <Checkbox
            label="Require a signature"
            hint="Signed as Standard Webhooks defines. Otherwise the key in the URL is enough."
            checked={webhook.signature_required}
            disabled={save.isPending || (webhook.get_allowed && !webhook.signature_required)}
            onChange={(event) => change({ signature_required: event.target.checked })}
          />
          <Checkbox
            label="Accept GET"
            hint="For a system that can only open a URL, with report=true in it. A GET can’t be signed."
            checked={webhook.get_allowed}
            disabled={save.isPending || (webhook.signature_required && !webhook.get_allowed)}
            onChange={(event) => change({ get_allowed: event.target.checked })}
          />
          <Checkbox
            label="Pause"
            hint="Webhooks wait in the inbox while paused."
            checked={webhook.paused}
            disabled={save.isPending}
            onChange={(event) => change({ paused: event.target.checked })}
          />
          <div className="flex flex-wrap items-center gap-2">
            <Button onClick={() => ask("secret")}>{webhook.has_secret ? "New secret" : "Create secret"}</Button>
            <Button onClick={() => ask("address")}>New URL</Button>
            {webhook.old_secret_until && (
              <span className="text-12 text-ink-muted">
                Previous secret valid until <RelativeTime at={webhook.old_secret_until} timeZone={timeZone} />
              </span>
            )}
          </div>
        </>
      ) : (
        <p>{webhook.signature_required ? "Signature required." : "No signature required."}</p>
      )}
      <ConfirmDialog
        open={asked !== null}
        title={asked ? QUESTIONS[asked].title : ""}
        confirmLabel={asked ? QUESTIONS[asked].label : ""}
        danger={asked === "address"}
        busy={save.isPending}
        onConfirm={() => change(asked === "address" ? { renew_url: true } : { new_secret: true })}
        onCancel={() => ask(null)}
      >
        {asked && <p>{QUESTIONS[asked].body}</p>}
      </ConfirmDialog>
    </div>
  );
}
