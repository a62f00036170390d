import { dehydrate } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CallDetail } from "@/components/call/detail/call-detail";
import { Frozen } from "@/components/call/detail/frozen";
import { Alert } from "@/components/ui/alert";
import { NoAccess } from "@/components/ui/no-access";
import { TextLink } from "@/components/ui/text-link";
import { requireContext } from "@/lib/access/current-context";
import { seenBy } from "@/lib/access/seen-by";
import { parseId } from "@/lib/base/ids";
import { readSettings } from "../../../../../buyers/read-settings";
import { readCall } from "../../../../../calls/read-call";

export const metadata: Metadata = { title: "As a member sees it" };

type ViewCallProps = { params: Promise<{ id: string; call: string }> };

export default async function ViewCall({ params }: ViewCallProps) {
  const { id, call } = await params;
  const memberId = parseId(id) ?? notFound();
  const callId = parseId(call) ?? notFound();
  const ctx = await requireContext(`/settings/members/${memberId}/view/${callId}`);
  const theirs = await readSettings(() => seenBy(ctx, memberId));
  if (!theirs) return <NoAccess to="what members see" permission="members: read" />;
  const { neighbours, queryClient } = await readCall(theirs, String(callId));
  const { decimals, timeZone } = ctx.company;
  return (
    <>
      <Alert tone="caution" title={`Call ${callId} as ${theirs.actor.name} sees it`}>
        Nothing can be changed here.{" "}
        <TextLink href={`/settings/members/${memberId}`}>Back to their permissions</TextLink>
      </Alert>
      <div className="mt-4">
        <Frozen state={dehydrate(queryClient)}>
          <CallDetail
            callId={callId}
            neighbours={neighbours}
            access={theirs.actor.access}
            company={{ decimals, timeZone }}
          />
        </Frozen>
      </div>
    </>
  );
}
