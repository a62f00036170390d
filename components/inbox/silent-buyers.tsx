import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { longTime } from "@/components/ui/time-text";
import type { SilentBuyer } from "@/lib/inbox/contract";

type SilentBuyersProps = { buyers: readonly SilentBuyer[]; timeZone: string };

const SHOWN = 5;

export function SilentBuyers({ buyers, timeZone }: SilentBuyersProps) {
  if (buyers.length === 0) return null;
  return (
    <section aria-label="Buyers that need attention" className="mb-4 space-y-2">
      {buyers.slice(0, SHOWN).map(({ buyer, why, last_post_at, posts, usual_gap_seconds }) => (
        <Alert
          key={buyer.id}
          tone="caution"
          title={
            <TextLink href={`/buyers/${buyer.id}/webhook`}>
              {why === "only_refused"
                ? `All webhooks from ${buyer.name} are rejected`
                : `No webhooks from ${buyer.name} since ${longTime(new Date(last_post_at), timeZone)}`}
            </TextLink>
          }
        >
          {why === "only_refused" ? (
            <p>Every webhook in the last 7 days was rejected. Check the webhook’s recent events.</p>
          ) : (
            <p>
              {posts} {posts === 1 ? "webhook" : "webhooks"} in the last 30 days
              {usual_gap_seconds !== null && `, usually one every ${gapText(usual_gap_seconds)}`}.
            </p>
          )}
        </Alert>
      ))}
      {buyers.length > SHOWN && <p className="text-13 text-ink-muted">And {buyers.length - SHOWN} more buyers.</p>}
    </section>
  );
}

function gapText(seconds: number): string {
  const hours = seconds / 3600;
  if (hours >= 48) return `${Math.round(hours / 24)} days`;
  return hours >= 2 ? `${Math.round(hours)} hours` : `${Math.max(1, Math.round(seconds / 60))} minutes`;
}
