"use client";

import { Fact } from "@/components/ui/fact";
import { may } from "@/lib/access/domain/access";
import { AmountField } from "./amount-field";
import { FIELD_LABELS } from "./call-form";
import { FlagField } from "./flag-field";
import { PartyField } from "./party-field";
import { SideDecision } from "./side-decision";
import { SideFrame } from "./side-frame";
import type { SideProps } from "./side-props";

export function OfferSide({ editor, access, timeZone }: SideProps) {
  const { base } = editor;
  const mayFlip = may(access, "update", "call.offer_converted");
  const source = base.traffic_source;
  return (
    <SideFrame
      legend="Traffic source side"
      flag={
        <FlagField
          editor={editor}
          name="offer_converted"
          disabled={!mayFlip}
          shown={base.offer_converted}
          tooltip="Did The Traffic Source Convert?"
        />
      }
      amount={<AmountField editor={editor} name="payout" level={access["call.payout"]} />}
    >
      {source === null && mayFlip ? (
        <PartyField editor={editor} name="traffic_source" placeholder="Search traffic sources" clearable />
      ) : (
        source !== undefined && <Fact label={FIELD_LABELS.traffic_source}>{source?.name ?? "No traffic source"}</Fact>
      )}
      {base.offer_converted !== undefined && (
        <SideDecision side="offer" editor={editor} mayUpdate={mayFlip} timeZone={timeZone} />
      )}
    </SideFrame>
  );
}
