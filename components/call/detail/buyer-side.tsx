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

export function BuyerSide({ editor, access, timeZone }: SideProps) {
  const { base } = editor;
  const mayFlip = may(access, "update", "call.buyer_converted");
  return (
    <SideFrame
      legend="Buyer side"
      flag={<FlagField editor={editor} name="buyer_converted" disabled={!mayFlip} shown={base.buyer_converted} />}
      amount={<AmountField editor={editor} name="revenue" level={access["call.revenue"]} />}
    >
      {mayFlip ? (
        <PartyField editor={editor} name="buyer" placeholder="Search buyers" clearable={base.buyer === null} />
      ) : (
        <Fact label={FIELD_LABELS.buyer}>{base.buyer?.name ?? "No buyer"}</Fact>
      )}
      {base.buyer_converted !== undefined && (
        <SideDecision side="buyer" editor={editor} mayUpdate={mayFlip} timeZone={timeZone} />
      )}
    </SideFrame>
  );
}
