"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { CreatedIntegration, ProviderForm } from "@/lib/inbound/contract/integration";
import { NewIntegrationForm } from "./new-integration-form";
import { ShownOnce } from "./shown-once";

type NewIntegrationProps = { makers: readonly ProviderForm[]; timeZone: string };

/** Shows the URL and the secret once, then opens the integration. */
export function NewIntegration({ makers, timeZone }: NewIntegrationProps) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<z.output<typeof CreatedIntegration> | null>(null);
  const router = useRouter();
  const formId = useId();

  function close() {
    if (busy) return;
    setOpen(false);
    if (made) router.push(`/integrations/${made.integration.id}`);
  }

  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" className="size-3.5" /> New integration
      </Button>
      <Dialog
        open={open}
        title={made ? `${made.integration.name} is ready` : "New integration"}
        onClose={close}
        actions={
          made ? (
            <Button variant="primary" onClick={close}>
              Done, I’ve copied {made.secret ? "them" : "it"}
            </Button>
          ) : (
            <>
              <Button onClick={close}>Cancel</Button>
              <Button type="submit" form={formId} variant="primary" busy={busy}>
                Create integration
              </Button>
            </>
          )
        }
      >
        {made ? (
          <ShownOnce url={made.url} secret={made.secret} secretLabel={labelOf(makers, made.integration.provider)} />
        ) : (
          <NewIntegrationForm id={formId} makers={makers} timeZone={timeZone} onBusy={setBusy} onMade={setMade} />
        )}
      </Dialog>
    </>
  );
}

function labelOf(makers: readonly ProviderForm[], provider: string): string {
  return makers.find((maker) => maker.provider === provider)?.secret_label ?? "Secret";
}
