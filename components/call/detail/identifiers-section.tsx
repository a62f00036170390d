import { CopyId } from "@/components/ui/copy-id";
import { Section } from "@/components/ui/section";
import type { Call } from "@/lib/call/contract/call";

export function IdentifiersSection({ call }: { call: Call }) {
  return (
    <Section title="Identifiers">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 text-13">
        <dt className="text-ink-muted">Call ID</dt>
        <dd>
          <CopyId value={String(call.id)} />
        </dd>
        <dt className="text-ink-muted">UUID</dt>
        <dd>
          <CopyId value={call.uuid} />
        </dd>
        {call.external_id && (
          <>
            <dt className="text-ink-muted">External ID</dt>
            <dd>
              <CopyId value={call.external_id} />
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}
