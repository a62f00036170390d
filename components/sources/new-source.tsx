"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { CreatedIntegration, ProviderForm } from "@/lib/inbound/contract/integration";
import { NewSourceForm } from "./new-source-form";
import { ShownOnce } from "./shown-once";

type NewSourceProps = { makers: readonly ProviderForm[]; timeZone: string };

/** Asks what is needed, then shows address and secret for the only time and leads to the source. */
export function NewIntegration({ makers, timeZone }: NewSourceProps) {
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
        <Plus aria-hidden="true" className="size-3.5" /> New source
      </Button>
      <Dialog
        open={open}
        title={made ? `${made.integration.name} is ready` : "New source"}
        onClose={close}
        actions={
          made ? (
            <Button variant="primary" onClick={close}>
              Done, I copied {made.secret ? "them" : "it"}
            </Button>
          ) : (
            <>
              <Button onClick={close}>Cancel</Button>
              <Button type="submit" form={formId} variant="primary" busy={busy}>
                Create source
              </Button>
            </>
          )
        }
      >
        {made ? (
          <ShownOnce url={made.url} secret={made.secret} secretLabel={labelOf(makers, made.integration.provider)} />
        ) : (
          <NewSourceForm id={formId} makers={makers} timeZone={timeZone} onBusy={setBusy} onMade={setMade} />
        )}
      </Dialog>
    </>
  );
}

function labelOf(makers: readonly ProviderForm[], provider: string): string {
  return makers.find((maker) => maker.provider === provider)?.secret_label ?? "Secret";
}
