import { ExactTime } from "@/components/ui/exact-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";

type CredentialStateProps = {
  revokedAt: string | null;
  /** Until when an earlier secret works beside the current one. */
  overlapUntil?: string | null;
  timeZone: string;
  now: number;
};

export function CredentialState({ revokedAt, overlapUntil = null, timeZone, now }: CredentialStateProps) {
  if (revokedAt !== null) {
    return (
      <>
        <Status tone="neutral">revoked</Status>{" "}
        <RelativeTime at={revokedAt} timeZone={timeZone} className="text-12 text-ink-muted" />
      </>
    );
  }
  const overlaps = overlapUntil !== null && Date.parse(overlapUntil) > now;
  return (
    <>
      <Status tone="positive">active</Status>
      {overlaps && (
        <span className="block text-12 text-ink-muted">
          old secret works until <ExactTime at={overlapUntil} timeZone={timeZone} />
        </span>
      )}
    </>
  );
}
