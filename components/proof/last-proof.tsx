import { durationText } from "@/components/ledger/rollup-words";
import { EmptyState } from "@/components/ui/empty-state";
import { ExactTime } from "@/components/ui/exact-time";
import { Fact } from "@/components/ui/fact";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { Proof } from "@/lib/proof/contract";

const STATES: Readonly<Record<Proof["state"], { readonly tone: Tone; readonly text: string }>> = {
  running: { tone: "caution", text: "running" },
  holds: { tone: "positive", text: "Ledger verified" },
  differs: { tone: "negative", text: "Ledger doesn’t match" },
  failed: { tone: "caution", text: "Verification didn’t finish" },
};

export function LastProof({ proof, timeZone }: { proof: Proof | null; timeZone: string }) {
  if (!proof) {
    return (
      <EmptyState title="Not verified yet">
        <p>
          Verification derives every entry again from changes and documents, recalculates balances and checks the chain
          of seals. You can keep working while it runs.
        </p>
      </EmptyState>
    );
  }
  const { tone, text } = STATES[proof.state];
  return (
    <div className="space-y-4">
      <p role="status">
        <Status tone={tone}>{text}</Status>
      </p>
      {proof.state === "running" && (
        <progress
          aria-label="Verification progress"
          className="block h-2 w-full max-w-80 accent-accent"
          max={100}
          value={proof.percent_done}
        />
      )}
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-5">
        <Fact label="Started by">{proof.by}</Fact>
        <Fact label="Started">
          <ExactTime at={proof.started_at} timeZone={timeZone} />
        </Fact>
        <Fact label="Duration">
          <span className="tabular-nums">{tookText(proof)}</span>
        </Fact>
        <Fact label="Entries checked">
          <span className="tabular-nums">{proof.entries.toLocaleString("en-US")}</span>
        </Fact>
        <Fact label="Links checked">
          <span className="tabular-nums">{proof.links.toLocaleString("en-US")}</span>
        </Fact>
      </div>
    </div>
  );
}

function tookText({ started_at, finished_at }: Proof): string {
  return finished_at === null ? "–" : durationText(Date.parse(finished_at) - Date.parse(started_at));
}
