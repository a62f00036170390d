"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Section } from "@/components/ui/section";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { useRenewUrl } from "@/lib/inbound/client/integration";
import type { Integration } from "@/lib/inbound/contract/integration";
import { refusalText } from "@/lib/platform/client/refusal-text";

type IntegrationUrlProps = { integration: Integration; mayEdit: boolean };

/** The key is stored as a hash, so the URL is shown only when it is created. */
export function IntegrationUrl({ integration, mayEdit }: IntegrationUrlProps) {
  const [asking, setAsking] = useState(false);
  const renew = useRenewUrl(integration.id);

  return (
    <Section title="Webhook URL" aside={mayEdit && <Button onClick={() => setAsking(true)}>New URL</Button>}>
      <p className="break-all font-mono text-12">/api/v1/intake/{integration.provider}/••••••••</p>
      <p className="mt-1 text-13 text-ink-muted">
        The full URL was shown once, when it was created. If you no longer have it, create a new one.
      </p>
      {renew.isSuccess && (
        <ShownOnceDialog
          title="The new URL is ready"
          blocks={[{ title: "Webhook URL", code: renew.data.url }]}
          note="Paste it into the provider’s settings: the previous URL no longer works."
          onClose={renew.reset}
        />
      )}
      {renew.isError && (
        <Alert tone="negative" title="Couldn’t create a new URL">
          {refusalText(renew.error)}
        </Alert>
      )}
      <ConfirmDialog
        open={asking}
        title="Create a new URL?"
        confirmLabel="Create URL"
        danger
        busy={renew.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => renew.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        <p>
          The current URL stops working immediately. No events arrive until you paste the new URL into the provider’s
          settings.
        </p>
      </ConfirmDialog>
    </Section>
  );
}
