import { CopyId } from "@/components/ui/copy-id";
import { ExactTime } from "@/components/ui/exact-time";
import { Fact } from "@/components/ui/fact";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import type { ProofState } from "@/lib/proof/contract";

type ChainHeadProps = Pick<ProofState, "head" | "exported"> & { timeZone: string };

export function ChainHead({ head, exported, timeZone }: ChainHeadProps) {
  return (
    <Section title="Chain of seals">
      <p className="mb-4 max-w-prose text-13 text-ink-muted">
        Each seal covers all earlier entries, month closings, statements, payments, accounts and terms, and who made the
        changes. Keep the latest seal outside Callmark to detect later alterations. Links that aren’t exported yet could
        still be rewritten.
      </p>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,2fr)]">
        <Fact label={`Seal of link ${head.number}`}>
          <CopyId value={head.digest} label="Copy seal" />
        </Fact>
        <Fact label="Posted">
          {head.posted_at === null ? "–" : <ExactTime at={head.posted_at} timeZone={timeZone} />}
        </Fact>
        <Fact label="Exported outside the database">
          <Kept to={exported.number} of={head.number} />
          <span className="mt-1 block break-all font-mono text-12 text-ink-muted">{exported.file}</span>
        </Fact>
        {exported.address !== null && (
          <Fact label={`Sent to ${exported.address}`}>
            <Kept to={exported.sent ?? 0} of={head.number} />
          </Fact>
        )}
      </div>
    </Section>
  );
}

function Kept({ to, of }: { to: number; of: number }) {
  if (to >= of) return <Status tone="positive">up to the latest link</Status>;
  return (
    <Status tone="caution">
      {to === 0 ? "no links yet" : `up to link ${to} of ${of}`}: {of - to} {of - to === 1 ? "is" : "are"} missing
    </Status>
  );
}
