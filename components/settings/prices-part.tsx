"use client";

import type { Owner, SettingsAnswer } from "@/lib/settings/client";
import { PriceFacts } from "./price-facts";
import { PricesEditor } from "./prices-editor";
import { SettingsSection } from "./settings-section";

type PricesPartProps = { owner: Owner; answer: SettingsAnswer; mayUpdate: boolean };

export function PricesPart({ owner, answer, mayUpdate }: PricesPartProps) {
  if (mayUpdate) return <PricesEditor owner={owner} answer={answer} />;
  return (
    <>
      <p className="mb-4 text-13 text-ink-muted">You can view these prices. Ask an owner or admin to change them.</p>
      <SettingsSection section="prices" title={owner.kind === "buyer" ? "Prices" : "Payouts"}>
        <PriceFacts answer={answer} />
      </SettingsSection>
    </>
  );
}
