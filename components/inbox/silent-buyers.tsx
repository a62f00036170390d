import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { longTime } from "@/components/ui/time-text";
import type { SilentBuyer } from "@/lib/inbox/contract";

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
              {why === "only_refused"
                ? `Everything from ${buyer.name} is refused`
                : `No webhooks from ${buyer.name} since ${longTime(new Date(last_post_at), timeZone)}`}
            </TextLink>
          }
        >
          {why === "only_refused" ? (
            <p>All its webhooks of the last seven days were refused. Look at what arrived.</p>
          ) : (
            <p>
              {posts} {posts === 1 ? "webhook" : "webhooks"} in the last 30 days
              {usual_gap_seconds !== null && `, usually one every ${gapText(usual_gap_seconds)}`}.
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
