"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { whileRunning } from "@/lib/call/client/call";
import { transcriptQuery } from "@/lib/call/client/transcript";
import type { Call } from "@/lib/call/contract/call";
import { evaluationsQuery } from "@/lib/evaluation/client";
import { TranscriptLine } from "./transcript-line";
import { partsOf, proofRanges, segmentAnchor } from "./transcript-marks";

type TranscriptSectionProps = { call: Call; onSeek: ((seconds: number) => void) | null };

const LONG = 12;

export function TranscriptSection({ call, onSeek }: TranscriptSectionProps) {
  const { data: segments } = useSuspenseQuery({ ...transcriptQuery(call.id), refetchInterval: whileRunning(call) });
  const { data: why } = useSuspenseQuery(evaluationsQuery(call.id));
  const [showsAll, setShowsAll] = useState(false);
  if (segments.length === 0) return null;
  const isLong = segments.length > LONG;
  const ranges = proofRanges(why.evaluations);
  const [proof] = [...ranges.keys()].toSorted((one, other) => one - other);
  return (
    <Section
      title="Transcript"
      aside={
        proof !== undefined && (
          <a
            href={`#${segmentAnchor(proof)}`}
            className="rounded-sm text-accent underline decoration-from-font underline-offset-3 hover:text-accent-strong"
          >
            Jump to proof
          </a>
        )
      }
    >
      <ol
        aria-label="Transcript lines"
        tabIndex={isLong && !showsAll ? 0 : undefined}
        className={clsx("text-12", isLong && !showsAll && "max-h-80 overflow-y-auto")}
      >
        {segments.map((segment, position) => (
          <TranscriptLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment is known by its place alone.
            key={position}
            position={position}
            segment={segment}
            parts={partsOf(segment.text, ranges.get(position) ?? [])}
            onSeek={onSeek}
          />
        ))}
      </ol>
      {isLong && (
        <Button variant="plain" size="sm" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? "Show less" : `Show all ${segments.length} lines`}
        </Button>
      )}
    </Section>
  );
}
