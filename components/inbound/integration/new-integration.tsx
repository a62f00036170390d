"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { CreatedIntegration, ProviderForm } from "@/lib/inbound/contract/integration";
import { NewIntegrationForm } from "./new-integration-form";
import { ShownOnce } from "./shown-once";

type Made = z.output<typeof CreatedIntegration>;
type NewIntegrationProps = { providers: readonly ProviderForm[]; timeZone: string };

/** Shows the URL and the secret once, then opens the integration. */
export function NewIntegration({ providers, timeZone }: NewIntegrationProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);

  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden="true" className="size-3.5" /> New integration
      </Button>
      {isOpen && !made && (
        <NewIntegrationForm
          providers={providers}
          timeZone={timeZone}
          onClose={() => setIsOpen(false)}
          onMade={setMade}
        />
      )}
      {made && <Ready made={made} secretLabel={labelOf(providers, made.integration.provider)} />}
    </>
  );
}

function Ready({ made, secretLabel }: { made: Made; secretLabel: string }) {
  const router = useRouter();
  const close = () => router.push(`/integrations/${made.integration.id}`);
  return (
    <Dialog
      open
      title={`${made.integration.name} is ready`}
      onClose={close}
      actions={
        <Button variant="primary" onClick={close}>
          Done, I’ve copied {made.secret ? "them" : "it"}
        </Button>
      }
    >
      <ShownOnce url={made.url} secret={made.secret} secretLabel={secretLabel} />
    </Dialog>
  );
}

function labelOf(providers: readonly ProviderForm[], provider: string): string {
  return providers.find((form) => form.provider === provider)?.secret_label ?? "Secret";
}
