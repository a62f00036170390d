"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { BillingPanel } from "@/components/billing/billing-panel";
import { callQuery } from "@/lib/api-client/calls";
import { type Access, may } from "@/lib/domain/access/access";
import { CallEditor } from "./call-editor";
import { CallHeader, type Neighbours } from "./call-header";
import { HistorySection } from "./history-section";
import { NumbersSection } from "./numbers-section";
import { RecordingSection } from "./recording-section";
import { TokensSection } from "./tokens-section";

type CallDetailProps = {
  callId: number;
  neighbours: Neighbours;
  access: Access;
  company: { decimals: number; timeZone: string };
};

/** The screen of one call. Its data has been read on the server and stays fresh here. */
export function CallDetail({ callId, neighbours, access, company }: CallDetailProps) {
  const { data: call } = useSuspenseQuery(callQuery(callId));
  const { timeZone } = company;
  return (
    <div className="flex flex-col sm:min-h-[calc(100dvh-var(--spacing-bar)-14*var(--spacing)-1px)]">
      <CallHeader call={call} neighbours={neighbours} timeZone={timeZone} />
      <CallEditor
        call={call}
        access={access}
        company={company}
        aside={
          <>
            {call.recording_url && <RecordingSection url={call.recording_url} />}
            {call.tokens && <TokensSection tokens={call.tokens} />}
            <NumbersSection call={call} />
          </>
        }
      >
        <BillingPanel callId={callId} company={company} mayRunRollup={may(access, "update", "rollups")} />
        <HistorySection callId={callId} timeZone={timeZone} />
      </CallEditor>
    </div>
  );
}
