"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { BillingPanel } from "@/components/ledger/billing-panel";
import { type Access, may } from "@/lib/access/domain/access";
import { callQuery } from "@/lib/call/client/call";
import { isTestCall } from "@/lib/inbound/contract/test-call";
import { CallEditor } from "./call-editor";
import { CallHeader, type Neighbours } from "./call-header";
import { HistorySection } from "./history-section";
import { IdentifiersSection } from "./identifiers-section";
import { RecordingSection } from "./recording-section";
import { TestCallNote } from "./test-call-note";
import { TokensSection } from "./tokens-section";
import { TranscriptSection } from "./transcript-section";
import { WhySection } from "./why-section";

type CallDetailProps = {
  callId: number;
  neighbours: Neighbours;
  access: Access;
  company: { decimals: number; timeZone: string };
};

export function CallDetail({ callId, neighbours, access, company }: CallDetailProps) {
  const { data: call } = useSuspenseQuery(callQuery(callId));
  const { timeZone } = company;
  const recording = useRef<HTMLAudioElement>(null);

  function playFrom(seconds: number) {
    if (!recording.current) return;
    recording.current.currentTime = seconds;
    // The player shows its own message when the recording can't be played.
    recording.current.play().catch(() => undefined);
  }

  return (
    <div className="flex flex-col sm:min-h-[calc(100dvh-var(--spacing-bar)-14*var(--spacing)-1px)]">
      <CallHeader call={call} neighbours={neighbours} timeZone={timeZone} />
      {isTestCall(call) && <TestCallNote converted={call.buyer_converted ?? false} />}
      <CallEditor
        call={call}
        access={access}
        company={company}
        aside={
          <>
            <WhySection call={call} mayOpenSettings={may(access, "read", "settings")} timeZone={timeZone} />
            {call.recording_url && <RecordingSection ref={recording} url={call.recording_url} />}
            {may(access, "read", "call.details") && (
              <TranscriptSection call={call} onSeek={call.recording_url ? playFrom : null} />
            )}
            {call.tokens && <TokensSection tokens={call.tokens} />}
            <IdentifiersSection call={call} />
          </>
        }
      >
        <BillingPanel callId={callId} company={company} mayRunRollup={may(access, "update", "rollups")} />
        <HistorySection callId={callId} timeZone={timeZone} />
      </CallEditor>
    </div>
  );
}
