"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import type { CreatedIntegration, ProviderForm } from "@/lib/inbound/contract/integration";
import { NewIntegrationForm } from "./new-integration-form";

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
  return (
    <ShownOnceDialog
      title={`${made.integration.name} is ready`}
      blocks={[
        { title: "Webhook URL", code: made.url },
        ...(made.secret ? [{ title: secretLabel, code: made.secret }] : []),
      ]}
      onClose={() => router.push(`/integrations/${made.integration.id}`)}
    />
  );
}

function labelOf(providers: readonly ProviderForm[], provider: string): string {
  return providers.find((form) => form.provider === provider)?.secret_label ?? "Secret";
}
