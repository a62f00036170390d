import { Alert } from "@/components/ui/alert";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { SilentBuyer } from "@/lib/contracts/inbox";

type SilentBuyersProps = { buyers: readonly SilentBuyer[]; timeZone: string };

const SHOWN = 5;

/** Buyers whose system somebody should look at. */
export function SilentBuyers({ buyers, timeZone }: SilentBuyersProps) {
  if (buyers.length === 0) return null;
  return (
    <section aria-label="Buyers to look at" className="mb-4 space-y-2">
      {buyers.slice(0, SHOWN).map(({ buyer, why, last_post_at, posts, usual_gap_seconds }) => (
        <Alert
          key={buyer.id}
          tone="caution"
          title={
            <TextLink href={`/buyers/${buyer.id}`}>
              {buyer.name} {why === "only_refused" ? "only gets refusals" : "fell silent"}
            </TextLink>
          }
        >
          {why === "only_refused" ? (
            <p>Everything that its system posted in the last seven days was refused. Look at what arrived.</p>
          ) : (
            <p>
              Its system posted {posts} {posts === 1 ? "time" : "times"} in the last 30 days, last{" "}
              <RelativeTime at={last_post_at} timeZone={timeZone} />
              {usual_gap_seconds !== null && <>, and usually every {gapText(usual_gap_seconds)}</>}.
            </p>
          )}
        </Alert>
      ))}
      {buyers.length > SHOWN && (
        <p className="text-13 text-ink-muted">and {buyers.length - SHOWN} more buyers like these.</p>
      )}
    </section>
  );
}

function gapText(seconds: number): string {
  const hours = seconds / 3600;
  if (hours >= 48) return `${Math.round(hours / 24)} days`;
  return hours >= 2 ? `${Math.round(hours)} hours` : `${Math.max(1, Math.round(seconds / 60))} minutes`;
}
