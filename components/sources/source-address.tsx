"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Section } from "@/components/ui/section";
import { useRenewUrl } from "@/lib/inbound/client/integration";
import type { Integration } from "@/lib/inbound/contract/integration";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { ShownOnce } from "./shown-once";

type SourceAddressProps = { source: Integration; mayEdit: boolean };

/** The address to paste. Its key is kept as a hash, so it is shown when it is made and never again. */
export function SourceAddress({ source, mayEdit }: SourceAddressProps) {
  const [asking, setAsking] = useState(false);
  const renew = useRenewUrl(source.id);

  return (
    <Section title="Address" aside={mayEdit && <Button onClick={() => setAsking(true)}>New address</Button>}>
      {renew.isSuccess ? (
        <ShownOnce url={renew.data.url} secretLabel="Secret" />
      ) : (
        <>
          <p className="break-all font-mono text-12">/api/v1/intake/{source.provider}/••••••••</p>
          <p className="mt-1 text-13 text-ink-muted">
            The whole address was shown when it was made. If nobody copied it, make a new one.
          </p>
        </>
      )}
      {renew.isError && (
        <Alert tone="negative" title="No new address was made">
          {refusalText(renew.error)}
        </Alert>
      )}
      <ConfirmDialog
        open={asking}
        title="Make a new address?"
        confirmLabel="Make a new address"
        danger
        busy={renew.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => renew.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        <p>The present address stops working at once. Nothing arrives until the new one is pasted at the maker.</p>
      </ConfirmDialog>
    </Section>
  );
}
