"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { type Access, may } from "@/lib/access/domain/access";
import { changesQuery } from "@/lib/call/client/change";
import type { Call } from "@/lib/call/contract/call";
import { AmountWarnings } from "./amount-warnings";
import { BuyerSide } from "./buyer-side";
import { CallConflict } from "./call-conflict";
import { CallSaveBar } from "./call-save-bar";
import { OfferSide } from "./offer-side";
import { ReasonField } from "./reason-field";
import { useCallEditor } from "./use-call-editor";

type CallEditorProps = {
  call: Call;
  access: Access;
  company: { decimals: number; timeZone: string };
  aside: ReactNode;
  children: ReactNode;
};

const EDITABLE = ["call.buyer_converted", "call.offer_converted", "call.revenue", "call.payout"] as const;

export function CallEditor({ call, access, company, aside, children }: CallEditorProps) {
  const editor = useCallEditor(call, company.decimals);
  const {
    data: { changes },
  } = useSuspenseQuery(changesQuery(call.id));
  const isEdited = editor.edited.length > 0;

  const since = changes.filter(({ version }) => version > editor.base.version);
  const isBehind = isEdited && !editor.isSaving && call.version > editor.base.version;
  const mayEdit = EDITABLE.some((area) => may(access, "update", area));
  const side = { editor, access, timeZone: company.timeZone };

  return (
    <>
      <div className="grid grow content-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0 space-y-8">
          <Section title="Conversion">
            <form id={editor.id} noValidate className="space-y-6" onSubmit={editor.save}>
              <BuyerSide {...side} />
              <OfferSide {...side} />
              {isEdited && <ReasonField editor={editor} />}
              <AmountWarnings call={editor.base} />
            </form>
          </Section>
          {children}
        </div>
        <aside className="min-w-0 space-y-8" aria-label="Call details">
          {aside}
        </aside>
      </div>
      {mayEdit && (
        <CallSaveBar
          editor={editor}
          onReview={isBehind ? () => editor.showConflict({ now: call, changes: since }) : null}
        />
      )}
      <CallConflict editor={editor} timeZone={company.timeZone} />
    </>
  );
}
