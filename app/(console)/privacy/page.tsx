import type { Metadata } from "next";
import { BillingRefused } from "@/components/billing/billing-refused";
import { EraseAfter } from "@/components/privacy/erase-after";
import { EraseCaller } from "@/components/privacy/erase-caller";
import { ErasuresTable } from "@/components/privacy/erasures-table";
import { requireContext } from "@/lib/auth/current-context";
import { may } from "@/lib/domain/access/access";
import { listErasures } from "@/lib/services/erasure/list-erasures";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  const ctx = await requireContext("/privacy");
  const { access } = ctx.actor;
  if (!may(access, "read", "settings")) return <BillingRefused what="what was erased" permission="settings: read" />;
  const { erase_after_days, erasures } = await listErasures(ctx);
  const mayErase = may(access, "update", "settings");
  return (
    <div className="space-y-8">
      <div>
        <h1 className="font-semibold text-20">Privacy</h1>
        <p className="mt-1 max-w-prose text-13 text-ink-muted">
          What persons left on calls can go without touching money: numbers, tokens, transcripts, recording addresses,
          reasons and proofs. Repeated callers are still recognised, by a hash.
        </p>
      </div>
      {mayErase ? (
        <>
          <EraseAfter days={erase_after_days} />
          <EraseCaller />
        </>
      ) : (
        <p className="text-13">
          {erase_after_days === null
            ? "Values are kept for ever."
            : `Values go ${erase_after_days} days after the start of a call.`}
        </p>
      )}
      <ErasuresTable erasures={erasures} timeZone={ctx.company.timeZone} />
    </div>
  );
}
