import { clockText } from "@/components/ui/duration-text";
import type { TranscriptSegment } from "@/lib/call/contract/transcript";
import { type Part, segmentAnchor } from "./transcript-marks";

type TranscriptLineProps = {
  position: number;
  segment: TranscriptSegment;
  parts: readonly Part[];
  onSeek: ((seconds: number) => void) | null;
};

export function TranscriptLine({ position, segment, parts, onSeek }: TranscriptLineProps) {
  const { at_seconds: atSeconds, speaker } = segment;
  const time = clockText(atSeconds);
  return (
    <li
      id={segmentAnchor(position)}
      className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2 rounded-sm py-1 target:bg-sunken"
    >
      {onSeek ? (
        <button
          type="button"
          aria-label={`Play from ${time}`}
          onClick={() => onSeek(atSeconds)}
          className="self-start justify-self-start rounded-sm text-accent underline decoration-from-font underline-offset-3 hover:text-accent-strong"
        >
          {time}
        </button>
      ) : (
        <span className="text-ink-muted">{time}</span>
      )}
      <p className="min-w-0 whitespace-pre-line break-words">
        <span className="text-ink-muted">{speaker}: </span>
        {parts.map(({ text, marked }, at) =>
          marked ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no names and never move.
            <mark key={at} className="rounded-sm bg-positive-tint font-medium text-positive">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
    </li>
  );
}
