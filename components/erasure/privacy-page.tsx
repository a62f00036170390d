import { type Access, may } from "@/lib/access/domain/access";
import type { ErasureList } from "@/lib/erasure/contract";
import { EraseAfter } from "./erase-after";
import { EraseCaller } from "./erase-caller";
import { ErasuresTable } from "./erasures-table";

type PrivacyPageProps = { list: ErasureList; timeZone: string; access: Access };

export function PrivacyPage({ list: { erase_after_days: days, erasures }, timeZone, access }: PrivacyPageProps) {
  return (
    <div className="space-y-8">
      <div>
        <h1 className="font-semibold text-20">Privacy</h1>
        <p className="mt-1 max-w-prose text-13 text-ink-muted">
          Erase callers’ personal data: numbers, tokens, transcripts, recording URLs, reasons and quotes. Billing is
          unaffected. Repeat callers are still recognized by a hash.
        </p>
      </div>
      {may(access, "update", "settings") ? (
        <>
          <EraseAfter days={days} />
          <EraseCaller />
        </>
      ) : (
        <p className="text-13">
          {days === null
            ? "Personal data is kept indefinitely."
            : `Personal data is erased ${days} days after the call.`}
        </p>
      )}
      <ErasuresTable erasures={erasures} timeZone={timeZone} />
    </div>
  );
}
